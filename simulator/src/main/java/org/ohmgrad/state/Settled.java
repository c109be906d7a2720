package org.ohmgrad.state;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an array, or on a field that is not final, that is before the first training step what it will be after the last: it
 * follows from settings and seed. A test fails if training changes it, and if no training changes a field without this mark.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Settled {}
