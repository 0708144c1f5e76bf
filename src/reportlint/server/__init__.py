"""The language server: what the command says of a draft, said in an editor while it is written."""
