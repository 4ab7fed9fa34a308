/* A program of somebody else's project: it finds the header, it links, it runs. */
#include "aic.h"
#include "runtime/aic.h"

#include <stdio.h>
#include <string.h>

int main(void) {
  aic_model* model;
  aic_device_list* devices;
  aic_device_info cpu;
  AIC_INIT(&cpu);
  if (aic_model_open("/no/such/model.aic", AIC_OPEN_VERIFY, &model) != AIC_CANNOT_READ ||
      !strstr(aic_last_error(), "/no/such/model.aic"))
    return 1;
  if (aic_device_list_create(&devices) != AIC_OK || aic_device_list_device(devices, 0, &cpu) != AIC_OK)
    return 1;
  printf("aic %s, %s, Vulkan: %s\n", aic_version(), cpu.name, aic_device_list_vulkan_problem(devices));
  aic_device_list_free(devices);
  return 0;
}
