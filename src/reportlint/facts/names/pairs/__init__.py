"""Are two names one? Pairs of names that look like two writings of one thing's name.

variants.py goes through the steps, in this order:

1. The names: each with its last word (variants.yaml); those in quotation marks, quoted.py.
2. Which two look like one: quoted ones by one_brand.py; others where one piece differs, alike_names.py, which one_thing.py judges,
   or where last_words.yaml says that one thing has either; or where the words are the same in other words or another order,
   reworded_names.py, by the bags of name_words.py.
3. What stands around them: surroundings.py says whether they are two things, or are one where that was doubtful.
4. A name for short is no other writing: short_forms.py.

Pairs of another origin have a module each: cut_names.py, renamed.py, taken_up.py, twin_places.py. All give `Variants`.
"""
