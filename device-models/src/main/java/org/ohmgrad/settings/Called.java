package org.ohmgrad.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What people call a setting where a report varies it, if its keys do not say it well; on a record, how its name is spelt in a
 * sentence, if that is more than its JSON name with spaces for dashes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Repeatable(Called.All.class)
public @interface Called {
    /** {@return the words; a unit or what it is a share of stands behind them in brackets} */
    String value();

    /** {@return the setting inside this one that is called so, as keys with slashes; empty for this one itself} */
    String at() default "";

    /** Several names, of several settings inside one. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface All {
        /** {@return the names} */
        Called[] value();
    }
}
