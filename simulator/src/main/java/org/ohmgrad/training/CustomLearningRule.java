package org.ohmgrad.training;

/**
 * A class of your own that implements this interface, from a jar or a notebook. Settings name it by its class; a program or
 * a notebook needs no name. A rule is asked for a path by every run, from several threads: it keeps no state itself.
 */
public non-sealed interface CustomLearningRule extends LearningRule {}
