package org.ohmgrad.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a record's constructor with one {@code int}: in a settings file a whole number may stand for what it makes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.CONSTRUCTOR)
public @interface ShortForm {
    /** {@return the smallest number that is taken} */
    int from();

    /** {@return the largest number that is taken} */
    int to();
}
