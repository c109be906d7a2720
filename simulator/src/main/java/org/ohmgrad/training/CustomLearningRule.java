package org.ohmgrad.training;

/** The open door of {@link LearningRule}: implement it to bring a rule of your own. It has no JSON name. */
public non-sealed interface CustomLearningRule extends LearningRule {}
