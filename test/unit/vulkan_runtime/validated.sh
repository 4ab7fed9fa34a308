#!/bin/sh
# validated.sh FOLDER LAYERS COMMAND...: runs a test program under the Khronos validation layer with synchronisation
# validation; fails if the program does, or if the layer has said anything.
set -u
folder=$1 layers=$2
shift 2
rm -rf "$folder" && mkdir -p "$folder" || exit 1
cat > "$folder/vk_layer_settings.txt" <<SETTINGS
khronos_validation.debug_action = VK_DBG_LAYER_ACTION_LOG_MSG
khronos_validation.report_flags = error,warn
khronos_validation.log_filename = $folder/messages
khronos_validation.validate_sync = true
khronos_validation.syncval_shader_accesses_heuristic = true
SETTINGS
VK_LAYER_SETTINGS_PATH=$folder VK_LAYER_PATH=$layers VK_INSTANCE_LAYERS=VK_LAYER_KHRONOS_validation "$@"
status=$?
if [ -s "$folder/messages" ]; then
  echo "FAILED: the validation layer says:"
  cat "$folder/messages"
  exit 1
fi
[ -e "$folder/messages" ] || { echo "FAILED: the validation layer was not there"; exit 1; }
exit $status
