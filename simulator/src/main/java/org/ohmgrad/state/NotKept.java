package org.ohmgrad.state;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a field that changes and yet decides nothing that comes after, so that {@link Archive} need not hold it: memory that is
 * overwritten before it is read, or what follows from settings and other fields. A test compares all other fields.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NotKept {
    /** Why it decides nothing. */
    String value();
}
