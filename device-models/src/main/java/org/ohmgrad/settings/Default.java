package org.ohmgrad.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value that a settings file stands for when it does not name this component, written as JSON. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** {@return the value as JSON text, for example {@code "2"} or {@code "{\"type\": \"none\"}"}} */
    String value();

    /** {@return the component that must be named for this one to be left out; empty if it may always be} */
    String where() default "";
}
