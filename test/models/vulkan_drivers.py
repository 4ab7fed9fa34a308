"""The two software drivers of Debian that share no code, and the validation layer, by environment variables."""
import json, os, sys

ICD = {
    "lavapipe": "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json",  # mesa-vulkan-drivers
    "swiftshader": "/usr/lib/chromium/vk_swiftshader_icd.json",  # chromium-common
}
# chromium-common's layer is newer than vulkan-validationlayers' and finds missing barriers that the other does not.
LAYER = "/usr/lib/chromium/libVkLayer_khronos_validation.so"


def select(driver, work, validate=True):
    """Choose the driver for this process's children; returns the file that the validation layer writes to."""
    for path in (ICD[driver], LAYER):
        if not os.path.exists(path):
            sys.exit(f"{path} is missing: install what tools/packages lists")
    os.environ["VK_ICD_FILENAMES"] = os.environ["VK_DRIVER_FILES"] = ICD[driver]
    os.environ["XDG_CACHE_HOME"] = os.environ.get("XDG_CACHE_HOME", f"{work}/cache")
    log = f"{os.path.abspath(work)}/validation.log"
    if not validate:
        return log
    folder = f"{os.path.abspath(work)}/layer"
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/validation.json", "w") as file:
        json.dump({"file_format_version": "1.2.0",
                   "layer": {"name": "VK_LAYER_KHRONOS_validation", "type": "GLOBAL", "library_path": LAYER,
                             "api_version": "1.3.290", "implementation_version": "1", "description": "validation"}}, file)
    with open(f"{folder}/vk_layer_settings.txt", "w") as file:
        # Without the second line the layer looks at no storage buffer of a dispatch, and misses every missing barrier.
        file.write("khronos_validation.validate_sync = true\n"
                   "khronos_validation.syncval_shader_accesses_heuristic = true\n"
                   "khronos_validation.debug_action = VK_DBG_LAYER_ACTION_LOG_MSG\n"
                   "khronos_validation.report_flags = error,warn,perf\n"
                   f"khronos_validation.log_filename = {log}\n")
    if os.path.exists(log):
        os.remove(log)
    os.environ["VK_LAYER_PATH"] = folder
    os.environ["VK_LAYER_SETTINGS_PATH"] = f"{folder}/vk_layer_settings.txt"
    os.environ["VK_INSTANCE_LAYERS"] = "VK_LAYER_KHRONOS_validation"
    return log


def check_silent(log):
    """Ends the program with the layer's words if it had any, or if it was not there: it makes its file when it is loaded."""
    if not os.path.exists(log):
        sys.exit("the validation layer was not loaded")
    if os.path.getsize(log):
        sys.exit("the validation layer objects:\n" + open(log).read()[:4000])
