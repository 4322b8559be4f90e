# How one value came about: torch-free, linked into the program.
glyphscope_room(explain SOURCES explain_unit.cpp explain_unit.h PUBLIC glyphscope_types)
