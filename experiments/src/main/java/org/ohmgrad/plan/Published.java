package org.ohmgrad.plan;

import java.util.List;
import org.ohmgrad.settings.Check;

/**
 * What others published of such an experiment; the report sets it beside ours, and no result changes.
 *
 * @param source who published it, and where
 * @param results what they found
 */
public record Published(String source, List<PublishedResult> results) {
    /** Refuses an empty list. */
    public Published {
        Check.that()
                .rule("results", !results.isEmpty(), "must name at least one result")
                .holds();
    }
}
