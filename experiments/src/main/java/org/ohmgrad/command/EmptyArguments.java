package org.ohmgrad.command;

import java.util.regex.Pattern;
import org.ohmgrad.plan.UserException;

/**
 * Words of a command line that say nothing, such as {@code --out=} or {@code ''}, which a script leaves where a variable of it is
 * empty. As the name of a file they would stand for the current folder, or for a default.
 */
final class EmptyArguments {
    private static final Pattern OPTION = Pattern.compile("(--?[a-zA-Z][^=]*)=\\s*");

    private EmptyArguments() {}

    /**
     * Lets the words of a command line pass.
     *
     * @throws UserException if one is empty
     */
    static String[] refused(String... words) {
        for (int k = 0; k < words.length; k++) {
            var option = OPTION.matcher(words[k]);
            if (option.matches()) {
                throw new UserException(option.group(1) + " must have a value but has none");
            }
            if (words[k].isBlank()) {
                throw new UserException(
                        "argument " + (k + 1) + (k > 0 ? ", after " + words[k - 1] + "," : "") + " must not be empty");
            }
        }
        return words;
    }
}
