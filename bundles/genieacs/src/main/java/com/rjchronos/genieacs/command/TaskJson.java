package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a call into the shape of a GenieACS task. The text may hold passwords: it goes to the ACS and nowhere else. */
final class TaskJson {

    private TaskJson() {}

    static String of(AcsCall call, Delivery delivery) {
        Map<String, Object> task = new LinkedHashMap<>();
        if (call instanceof AcsCall.Reboot) {
            task.put("name", "reboot");
        } else if (call instanceof AcsCall.FactoryReset) {
            task.put("name", "factoryReset");
        } else if (call instanceof AcsCall.Refresh refresh) {
            task.put("name", "refreshObject");
            task.put("objectName", refresh.objectPath());
        } else if (call instanceof AcsCall.Get get) {
            task.put("name", "getParameterValues");
            task.put("parameterNames", get.paths());
        } else if (call instanceof AcsCall.Set set) {
            task.put("name", "setParameterValues");
            task.put(
                    "parameterValues",
                    set.settings().stream().map(TaskJson::setting).toList());
        } else if (call instanceof AcsCall.Download download) {
            task.put("name", "download");
            task.put("fileType", download.fileType());
            task.put("fileName", download.fileName());
            download.targetFileName().ifPresent(target -> task.put("targetFileName", target));
        } else {
            throw new IllegalArgumentException("no task for " + call.getClass().getSimpleName());
        }
        task.put("uniqueKey", delivery.uniqueKey());
        delivery.expiry().ifPresent(expiry -> task.put("expiry", expiry.toSeconds()));
        return Json.text(task);
    }

    private static List<Object> setting(AcsCall.Setting setting) {
        Object value = setting.value() instanceof Secret secret ? secret.reveal() : setting.value();
        return List.of(setting.path(), value, setting.type());
    }
}
