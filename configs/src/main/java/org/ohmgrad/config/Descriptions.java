package org.ohmgrad.config;

import java.util.List;

/** What people should know of the settings types. */
public interface Descriptions {
    /** What a type is, in one sentence; empty if nothing is known. */
    String type(Class<?> type);

    /** What a component means, with its unit; empty if nothing is known. */
    String component(Class<?> type, String component);

    /** What the component's value must obey; empty if nothing is known. */
    List<Rule> rules(Class<?> type, String component);

    /** Nothing is known. */
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
