package org.ohmgrad.report.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.ohmgrad.report.record.RecordLine.Damaged;
import org.ohmgrad.report.text.NumberText;

/**
 * Plans and runs as JSON: fields are named after the components of their records, in that order, and numbers are written by
 * {@link NumberText}. A field that is missing, or of another kind, is refused; one that is not known is left to newer programs.
 */
final class RecordJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonText.factory()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new SimpleModule()
                    .addSerializer(double.class, new NumberWriter())
                    .addSerializer(Double.class, new NumberWriter())
                    .addDeserializer(double.class, new NumberReader())
                    .addDeserializer(Double.class, new NumberReader())
                    .addDeserializer(int.class, new CountReader())
                    .addDeserializer(String.class, new TextReader()))
            // A method such as isEmpty is no field.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS, MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private RecordJson() {}

    /** What every line begins with, and the record that it holds. */
    private record Line(
            String type, int format, @JsonUnwrapped Object content) {}

    private static final class NumberWriter extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        NumberWriter() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(NumberText.of(value));
        }
    }

    /** Reads one kind of value, and neither null nor what could be made into it. */
    private abstract static class StrictReader<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        StrictReader(Class<T> type) {
            super(type);
        }

        abstract boolean holdsOne(JsonParser json) throws IOException;

        abstract T value(JsonParser json) throws IOException;

        @Override
        public final T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return holdsOne(json) ? value(json) : getNullValue(context);
        }

        @Override
        public final T getNullValue(DeserializationContext context) throws JsonMappingException {
            return context.reportInputMismatch(this, "of another kind");
        }
    }

    /** A finite number. */
    private static final class NumberReader extends StrictReader<Double> {
        private static final long serialVersionUID = 1L;

        NumberReader() {
            super(Double.class);
        }

        @Override
        boolean holdsOne(JsonParser json) throws IOException {
            return json.currentToken().isNumeric() && Double.isFinite(json.getDoubleValue());
        }

        @Override
        Double value(JsonParser json) throws IOException {
            return json.getDoubleValue();
        }
    }

    /** A whole number from 0 to the largest {@code int}. */
    private static final class CountReader extends StrictReader<Integer> {
        private static final long serialVersionUID = 1L;

        CountReader() {
            super(Integer.class);
        }

        @Override
        boolean holdsOne(JsonParser json) throws IOException {
            return json.hasToken(JsonToken.VALUE_NUMBER_INT)
                    && json.getNumberType() == JsonParser.NumberType.INT
                    && json.getIntValue() >= 0;
        }

        @Override
        Integer value(JsonParser json) throws IOException {
            return json.getIntValue();
        }
    }

    private static final class TextReader extends StrictReader<String> {
        private static final long serialVersionUID = 1L;

        TextReader() {
            super(String.class);
        }

        @Override
        boolean holdsOne(JsonParser json) {
            return json.hasToken(JsonToken.VALUE_STRING);
        }

        @Override
        String value(JsonParser json) throws IOException {
            return json.getText();
        }
    }

    static String text(String type, int format, Object content) {
        try {
            return MAPPER.writeValueAsString(new Line(type, format, content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String line) throws JsonProcessingException {
        return MAPPER.readTree(line);
    }

    /** The plan of a line; those of older programs name no files, looks and needs, and nothing that others published. */
    static Plan plan(ObjectNode line) throws Damaged {
        line.putIfAbsent("published", MAPPER.createArrayNode());
        line.putIfAbsent("files", MAPPER.createObjectNode());
        line.putIfAbsent("looks", MAPPER.createArrayNode());
        line.putIfAbsent("needs", MAPPER.createObjectNode());
        return bound(line, Plan.class);
    }

    /** The run of a line; those of older programs have no maps, and count neither costs nor answers. */
    static RunRecord run(ObjectNode line) throws Damaged {
        line.putIfAbsent("maps", MAPPER.createArrayNode());
        line.putIfAbsent("costs", MAPPER.createArrayNode());
        line.putIfAbsent("confusion", MAPPER.valueToTree(Confusion.none()));
        for (var epoch : line.path("epochs")) {
            if (epoch instanceof ObjectNode object) {
                object.putIfAbsent("costs", MAPPER.createArrayNode());
            }
        }
        return bound(line, RunRecord.class);
    }

    private static <T> T bound(ObjectNode line, Class<T> type) throws Damaged {
        try {
            return MAPPER.treeToValue(line, type);
        } catch (InvalidFormatException e) {
            boolean isMeasure = Measure.class.equals(e.getTargetType()) && e.getValue() instanceof String;
            throw new Damaged(isMeasure ? "no measure is named " + e.getValue() : why(e));
        } catch (JsonMappingException e) {
            throw new Damaged(
                    e.getCause() instanceof IllegalArgumentException refusal
                            ? String.valueOf(refusal.getMessage())
                            : why(e));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read is JSON", e);
        }
    }

    /** Names the innermost field that could not be read; a text in a map is known by the map, for its key is any pointer. */
    private static String why(JsonMappingException failure) {
        boolean isText =
                failure instanceof MismatchedInputException mismatch && String.class.equals(mismatch.getTargetType());
        var name = "";
        for (var place : failure.getPath()) {
            boolean names = place.getFieldName() != null && !(isText && place.getFrom() instanceof Map);
            name = names ? place.getFieldName() : name;
        }
        return "\"" + name + "\" is missing or cannot be what it says";
    }
}
