"""torchvision's segmentation networks and the parts of its detectors before the choice of boxes."""
import torch, torch.nn as nn
import torchvision
from torchvision.models.resnet import Bottleneck, ResNet


def dilated_resnet(base):
    """The backbone of FCN and DeepLabV3: ResNet-50 whose last stages dilate instead of striding; `base` of 64 is the published width."""
    return ResNet(Bottleneck, [3, 4, 6, 3], width_per_group=base, replace_stride_with_dilation=[False, True, True])


class Segmentation(nn.Module):
    """FCN or DeepLabV3 without its dictionary of results."""

    def __init__(self, kind, base=64):
        super().__init__()
        make = {"fcn": torchvision.models.segmentation.fcn._fcn_resnet,
                "deeplabv3": torchvision.models.segmentation.deeplabv3._deeplabv3_resnet}[kind]
        self.model = make(dilated_resnet(base), 21, False)

    def forward(self, image):
        return self.model(image)["out"]


class RetinaNet(nn.Module):
    """The backbone of ResNet-50 with its feature pyramid, and the heads: scores and boxes of all levels."""

    def __init__(self, base=64, channels=256):
        super().__init__()
        from torchvision.models.detection.backbone_utils import _resnet_fpn_extractor
        from torchvision.models.detection.retinanet import RetinaNetHead
        from torchvision.ops.feature_pyramid_network import LastLevelP6P7
        body = ResNet(Bottleneck, [3, 4, 6, 3], width_per_group=base, norm_layer=torchvision.ops.FrozenBatchNorm2d)
        self.backbone = _resnet_fpn_extractor(body, 3, returned_layers=[2, 3, 4], extra_blocks=LastLevelP6P7(2048, channels))
        if channels != self.backbone.out_channels:
            in_channels = [512, 1024, 2048]
            self.backbone.fpn = torchvision.ops.FeaturePyramidNetwork(in_channels, channels, LastLevelP6P7(2048, channels))
        self.head = RetinaNetHead(channels, 9, 91)

    def forward(self, image):
        found = self.head(list(self.backbone(image).values()))
        return found["cls_logits"], found["bbox_regression"]


class SsdLite(nn.Module):
    """SSDLite320 on MobileNetV3-Large: scores and boxes of all levels."""

    def __init__(self):
        super().__init__()
        whole = torchvision.models.detection.ssdlite320_mobilenet_v3_large(weights=None, weights_backbone=None)
        self.backbone, self.head = whole.backbone, whole.head

    def forward(self, image):
        found = self.head(list(self.backbone(image).values()))
        return found["cls_logits"], found["bbox_regression"]
