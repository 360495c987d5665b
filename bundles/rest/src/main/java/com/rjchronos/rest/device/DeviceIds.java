package com.rjchronos.rest.device;

import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.problem.Problem;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import javax.ws.rs.ext.Provider;

/** Device ids in paths: text that cannot be one of ours names no device, which is a 404 and not a 400. */
@Provider
public final class DeviceIds implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == DeviceId.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<DeviceId> {

        @Override
        public DeviceId fromString(String text) {
            return DeviceId.parse(text)
                    .orElseThrow(() -> Problem.notFound("device", clipped(text)).thrown());
        }

        @Override
        public String toString(DeviceId id) {
            return id.toString();
        }

        private static String clipped(String text) {
            return text.length() > 60 ? text.substring(0, 60) + "…" : text;
        }
    }
}
