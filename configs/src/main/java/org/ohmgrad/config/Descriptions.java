package org.ohmgrad.config;

import java.util.List;

/** What people should know of the settings types. */
public interface Descriptions {
    /**
     * What a type is.
     *
     * @param type a settings type
     * @return one sentence; empty if nothing is known
     */
    String type(Class<?> type);

    /**
     * What a component means.
     *
     * @param type a settings record
     * @param component the component's name
     * @return meaning with its unit; empty if nothing is known
     */
    String component(Class<?> type, String component);

    /**
     * What a component's value must obey.
     *
     * @param type a settings record
     * @param component the component's name
     * @return the rules in the order they are checked; empty if nothing is known
     */
    List<Rule> rules(Class<?> type, String component);

    /** {@return descriptions that know nothing} */
    static Descriptions none() {
        return new Descriptions() {
            @Override
            public String type(Class<?> type) {
                return "";
            }

            @Override
            public String component(Class<?> type, String component) {
                return "";
            }

            @Override
            public List<Rule> rules(Class<?> type, String component) {
                return List.of();
            }
        };
    }
}
