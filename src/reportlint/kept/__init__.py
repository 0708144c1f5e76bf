"""What is kept between runs, and the few tricks that make a start quick; each says what it pays."""
