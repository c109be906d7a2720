package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The rules of one component as a schema has them.
 *
 * @param rules in the order of the source
 */
record Limits(List<Rule> rules) {
    static final Limits NONE = new Limits(List.of());

    /** Adds the bounds to a schema of a number; returns it. */
    ObjectNode addTo(ObjectNode schema) {
        for (Rule rule : rules) {
            rule.minimum().ifPresent(low -> schema.put("minimum", low));
            rule.above().ifPresent(low -> schema.put("exclusiveMinimum", low));
            rule.maximum().ifPresent(high -> schema.put("maximum", high));
        }
        return schema;
    }
}
