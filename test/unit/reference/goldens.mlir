// Made by make_goldens.py with PyTorch 1.13.0a0; the tensors are in goldens.npz.
func.func @"0 relu"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t1"}) {
  %result = aic.relu %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"1 relu6"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t2"}) {
  %result = aic.relu6 %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"2 sigmoid"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t3"}) {
  %result = aic.sigmoid %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"3 tanh"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t4"}) {
  %result = aic.tanh %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"4 silu"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t5"}) {
  %result = aic.silu %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"5 exp"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t6"}) {
  %result = aic.exp %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"6 log"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t7"}) {
  %result = aic.log %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"7 sqrt"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t8"}) {
  %result = aic.sqrt %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"8 rsqrt"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t9"}) {
  %result = aic.rsqrt %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"9 erf"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t10"}) {
  %result = aic.erf %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"10 sin"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t11"}) {
  %result = aic.sin %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"11 cos"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t12"}) {
  %result = aic.cos %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"12 floor"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t13"}) {
  %result = aic.floor %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"13 ceil"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t14"}) {
  %result = aic.ceil %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"14 round"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t15"}) {
  %result = aic.round %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"15 abs"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t16"}) {
  %result = aic.abs %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"16 neg"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t17"}) {
  %result = aic.neg %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"17 sign"(%0: tensor<64xf64> {aic.name = "t0"}) -> (tensor<64xf64> {aic.name = "t18"}) {
  %result = aic.sign %0 : tensor<64xf64>
  return %result : tensor<64xf64>
}
func.func @"18 relu"(%0: tensor<64xf32> {aic.name = "t19"}) -> (tensor<64xf32> {aic.name = "t20"}) {
  %result = aic.relu %0 : tensor<64xf32>
  return %result : tensor<64xf32>
}
func.func @"19 neg"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.neg %0 : tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"20 abs"(%0: tensor<f64> {aic.name = "t22"}) -> (tensor<f64> {aic.name = "t23"}) {
  %result = aic.abs %0 : tensor<f64>
  return %result : tensor<f64>
}
func.func @"21 abs"(%0: tensor<7xi8> {aic.name = "t24"}) -> (tensor<7xi8> {aic.name = "t25"}) {
  %result = aic.abs %0 : tensor<7xi8>
  return %result : tensor<7xi8>
}
func.func @"22 neg"(%0: tensor<7xi8> {aic.name = "t24"}) -> (tensor<7xi8> {aic.name = "t26"}) {
  %result = aic.neg %0 : tensor<7xi8>
  return %result : tensor<7xi8>
}
func.func @"23 sign"(%0: tensor<7xi8> {aic.name = "t24"}) -> (tensor<7xi8> {aic.name = "t27"}) {
  %result = aic.sign %0 : tensor<7xi8>
  return %result : tensor<7xi8>
}
func.func @"24 abs"(%0: tensor<7xui8> {aic.name = "t28"}) -> (tensor<7xui8> {aic.name = "t28"}) {
  %result = aic.abs %0 : tensor<7xui8>
  return %result : tensor<7xui8>
}
func.func @"25 neg"(%0: tensor<7xui8> {aic.name = "t28"}) -> (tensor<7xui8> {aic.name = "t29"}) {
  %result = aic.neg %0 : tensor<7xui8>
  return %result : tensor<7xui8>
}
func.func @"26 sign"(%0: tensor<7xui8> {aic.name = "t28"}) -> (tensor<7xui8> {aic.name = "t30"}) {
  %result = aic.sign %0 : tensor<7xui8>
  return %result : tensor<7xui8>
}
func.func @"27 abs"(%0: tensor<7xi16> {aic.name = "t31"}) -> (tensor<7xi16> {aic.name = "t32"}) {
  %result = aic.abs %0 : tensor<7xi16>
  return %result : tensor<7xi16>
}
func.func @"28 neg"(%0: tensor<7xi16> {aic.name = "t31"}) -> (tensor<7xi16> {aic.name = "t33"}) {
  %result = aic.neg %0 : tensor<7xi16>
  return %result : tensor<7xi16>
}
func.func @"29 sign"(%0: tensor<7xi16> {aic.name = "t31"}) -> (tensor<7xi16> {aic.name = "t34"}) {
  %result = aic.sign %0 : tensor<7xi16>
  return %result : tensor<7xi16>
}
func.func @"30 abs"(%0: tensor<7xi32> {aic.name = "t35"}) -> (tensor<7xi32> {aic.name = "t36"}) {
  %result = aic.abs %0 : tensor<7xi32>
  return %result : tensor<7xi32>
}
func.func @"31 neg"(%0: tensor<7xi32> {aic.name = "t35"}) -> (tensor<7xi32> {aic.name = "t37"}) {
  %result = aic.neg %0 : tensor<7xi32>
  return %result : tensor<7xi32>
}
func.func @"32 sign"(%0: tensor<7xi32> {aic.name = "t35"}) -> (tensor<7xi32> {aic.name = "t38"}) {
  %result = aic.sign %0 : tensor<7xi32>
  return %result : tensor<7xi32>
}
func.func @"33 abs"(%0: tensor<7xi64> {aic.name = "t39"}) -> (tensor<7xi64> {aic.name = "t40"}) {
  %result = aic.abs %0 : tensor<7xi64>
  return %result : tensor<7xi64>
}
func.func @"34 neg"(%0: tensor<7xi64> {aic.name = "t39"}) -> (tensor<7xi64> {aic.name = "t41"}) {
  %result = aic.neg %0 : tensor<7xi64>
  return %result : tensor<7xi64>
}
func.func @"35 sign"(%0: tensor<7xi64> {aic.name = "t39"}) -> (tensor<7xi64> {aic.name = "t42"}) {
  %result = aic.sign %0 : tensor<7xi64>
  return %result : tensor<7xi64>
}
func.func @"36 logical_not"(%0: tensor<3xi1> {aic.name = "t43"}) -> (tensor<3xi1> {aic.name = "t44"}) {
  %result = aic.logical_not %0 : tensor<3xi1>
  return %result : tensor<3xi1>
}
func.func @"37 clamp"(%0: tensor<43xf64> {aic.name = "t45"}) -> (tensor<43xf64> {aic.name = "t46"}) {
  %result = aic.clamp %0 min -1.0 max 2.5 : tensor<43xf64>
  return %result : tensor<43xf64>
}
func.func @"38 clamp"(%0: tensor<43xf64> {aic.name = "t45"}) -> (tensor<43xf64> {aic.name = "t47"}) {
  %result = aic.clamp %0 min 0.25 : tensor<43xf64>
  return %result : tensor<43xf64>
}
func.func @"39 clamp"(%0: tensor<43xf64> {aic.name = "t45"}) -> (tensor<43xf64> {aic.name = "t48"}) {
  %result = aic.clamp %0 max -3.0 : tensor<43xf64>
  return %result : tensor<43xf64>
}
func.func @"40 clamp"(%0: tensor<43xf64> {aic.name = "t45"}) -> (tensor<43xf64> {aic.name = "t49"}) {
  %result = aic.clamp %0 min 2.0 max 1.0 : tensor<43xf64>
  return %result : tensor<43xf64>
}
func.func @"41 add"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t52"}) {
  %result = aic.add %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"42 sub"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t53"}) {
  %result = aic.sub %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"43 mul"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t54"}) {
  %result = aic.mul %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"44 div"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t55"}) {
  %result = aic.div %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"45 floor_div"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t56"}) {
  %result = aic.floor_div %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"46 rem"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t57"}) {
  %result = aic.rem %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"47 pow"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t58"}) {
  %result = aic.pow %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"48 minimum"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t59"}) {
  %result = aic.minimum %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"49 maximum"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xf64> {aic.name = "t60"}) {
  %result = aic.maximum %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xf64>
  return %result : tensor<24x23xf64>
}
func.func @"50 compare"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xi1> {aic.name = "t61"}) {
  %result = aic.compare eq %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xi1>
  return %result : tensor<24x23xi1>
}
func.func @"51 compare"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xi1> {aic.name = "t62"}) {
  %result = aic.compare ne %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xi1>
  return %result : tensor<24x23xi1>
}
func.func @"52 compare"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xi1> {aic.name = "t63"}) {
  %result = aic.compare lt %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xi1>
  return %result : tensor<24x23xi1>
}
func.func @"53 compare"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xi1> {aic.name = "t64"}) {
  %result = aic.compare le %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xi1>
  return %result : tensor<24x23xi1>
}
func.func @"54 compare"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xi1> {aic.name = "t65"}) {
  %result = aic.compare gt %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xi1>
  return %result : tensor<24x23xi1>
}
func.func @"55 compare"(%0: tensor<24x1xf64> {aic.name = "t50"}, %1: tensor<1x23xf64> {aic.name = "t51"}) -> (tensor<24x23xi1> {aic.name = "t66"}) {
  %result = aic.compare ge %0, %1 : (tensor<24x1xf64>, tensor<1x23xf64>) -> tensor<24x23xi1>
  return %result : tensor<24x23xi1>
}
func.func @"56 add"(%0: tensor<2x3x4xf64> {aic.name = "t67"}, %1: tensor<4xf64> {aic.name = "t68"}) -> (tensor<2x3x4xf64> {aic.name = "t69"}) {
  %result = aic.add %0, %1 : (tensor<2x3x4xf64>, tensor<4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"57 sub"(%0: tensor<2x3x4xf64> {aic.name = "t67"}, %1: tensor<4xf64> {aic.name = "t68"}) -> (tensor<2x3x4xf64> {aic.name = "t70"}) {
  %result = aic.sub %0, %1 : (tensor<2x3x4xf64>, tensor<4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"58 mul"(%0: tensor<2x3x4xf64> {aic.name = "t67"}, %1: tensor<4xf64> {aic.name = "t68"}) -> (tensor<2x3x4xf64> {aic.name = "t71"}) {
  %result = aic.mul %0, %1 : (tensor<2x3x4xf64>, tensor<4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"59 compare"(%0: tensor<2x3x4xf64> {aic.name = "t67"}, %1: tensor<4xf64> {aic.name = "t68"}) -> (tensor<2x3x4xi1> {aic.name = "t72"}) {
  %result = aic.compare lt %0, %1 : (tensor<2x3x4xf64>, tensor<4xf64>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"60 add"(%0: tensor<2x3x4xf64> {aic.name = "t73"}, %1: tensor<1xf64> {aic.name = "t74"}) -> (tensor<2x3x4xf64> {aic.name = "t75"}) {
  %result = aic.add %0, %1 : (tensor<2x3x4xf64>, tensor<1xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"61 sub"(%0: tensor<2x3x4xf64> {aic.name = "t73"}, %1: tensor<1xf64> {aic.name = "t74"}) -> (tensor<2x3x4xf64> {aic.name = "t76"}) {
  %result = aic.sub %0, %1 : (tensor<2x3x4xf64>, tensor<1xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"62 mul"(%0: tensor<2x3x4xf64> {aic.name = "t73"}, %1: tensor<1xf64> {aic.name = "t74"}) -> (tensor<2x3x4xf64> {aic.name = "t77"}) {
  %result = aic.mul %0, %1 : (tensor<2x3x4xf64>, tensor<1xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"63 compare"(%0: tensor<2x3x4xf64> {aic.name = "t73"}, %1: tensor<1xf64> {aic.name = "t74"}) -> (tensor<2x3x4xi1> {aic.name = "t78"}) {
  %result = aic.compare lt %0, %1 : (tensor<2x3x4xf64>, tensor<1xf64>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"64 add"(%0: tensor<2x3x4xf64> {aic.name = "t79"}, %1: tensor<f64> {aic.name = "t80"}) -> (tensor<2x3x4xf64> {aic.name = "t81"}) {
  %result = aic.add %0, %1 : (tensor<2x3x4xf64>, tensor<f64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"65 sub"(%0: tensor<2x3x4xf64> {aic.name = "t79"}, %1: tensor<f64> {aic.name = "t80"}) -> (tensor<2x3x4xf64> {aic.name = "t82"}) {
  %result = aic.sub %0, %1 : (tensor<2x3x4xf64>, tensor<f64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"66 mul"(%0: tensor<2x3x4xf64> {aic.name = "t79"}, %1: tensor<f64> {aic.name = "t80"}) -> (tensor<2x3x4xf64> {aic.name = "t83"}) {
  %result = aic.mul %0, %1 : (tensor<2x3x4xf64>, tensor<f64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"67 compare"(%0: tensor<2x3x4xf64> {aic.name = "t79"}, %1: tensor<f64> {aic.name = "t80"}) -> (tensor<2x3x4xi1> {aic.name = "t84"}) {
  %result = aic.compare lt %0, %1 : (tensor<2x3x4xf64>, tensor<f64>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"68 add"(%0: tensor<f64> {aic.name = "t85"}, %1: tensor<2x3xf64> {aic.name = "t86"}) -> (tensor<2x3xf64> {aic.name = "t87"}) {
  %result = aic.add %0, %1 : (tensor<f64>, tensor<2x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"69 sub"(%0: tensor<f64> {aic.name = "t85"}, %1: tensor<2x3xf64> {aic.name = "t86"}) -> (tensor<2x3xf64> {aic.name = "t88"}) {
  %result = aic.sub %0, %1 : (tensor<f64>, tensor<2x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"70 mul"(%0: tensor<f64> {aic.name = "t85"}, %1: tensor<2x3xf64> {aic.name = "t86"}) -> (tensor<2x3xf64> {aic.name = "t89"}) {
  %result = aic.mul %0, %1 : (tensor<f64>, tensor<2x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"71 compare"(%0: tensor<f64> {aic.name = "t85"}, %1: tensor<2x3xf64> {aic.name = "t86"}) -> (tensor<2x3xi1> {aic.name = "t90"}) {
  %result = aic.compare lt %0, %1 : (tensor<f64>, tensor<2x3xf64>) -> tensor<2x3xi1>
  return %result : tensor<2x3xi1>
}
func.func @"72 add"(%0: tensor<f64> {aic.name = "t80"}, %1: tensor<f64> {aic.name = "t91"}) -> (tensor<f64> {aic.name = "t92"}) {
  %result = aic.add %0, %1 : (tensor<f64>, tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"73 sub"(%0: tensor<f64> {aic.name = "t80"}, %1: tensor<f64> {aic.name = "t91"}) -> (tensor<f64> {aic.name = "t93"}) {
  %result = aic.sub %0, %1 : (tensor<f64>, tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"74 mul"(%0: tensor<f64> {aic.name = "t80"}, %1: tensor<f64> {aic.name = "t91"}) -> (tensor<f64> {aic.name = "t94"}) {
  %result = aic.mul %0, %1 : (tensor<f64>, tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"75 compare"(%0: tensor<f64> {aic.name = "t80"}, %1: tensor<f64> {aic.name = "t91"}) -> (tensor<i1> {aic.name = "t95"}) {
  %result = aic.compare lt %0, %1 : (tensor<f64>, tensor<f64>) -> tensor<i1>
  return %result : tensor<i1>
}
func.func @"76 add"(%0: tensor<3x1xf64> {aic.name = "t96"}, %1: tensor<2x1x5xf64> {aic.name = "t97"}) -> (tensor<2x3x5xf64> {aic.name = "t98"}) {
  %result = aic.add %0, %1 : (tensor<3x1xf64>, tensor<2x1x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"77 sub"(%0: tensor<3x1xf64> {aic.name = "t96"}, %1: tensor<2x1x5xf64> {aic.name = "t97"}) -> (tensor<2x3x5xf64> {aic.name = "t99"}) {
  %result = aic.sub %0, %1 : (tensor<3x1xf64>, tensor<2x1x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"78 mul"(%0: tensor<3x1xf64> {aic.name = "t96"}, %1: tensor<2x1x5xf64> {aic.name = "t97"}) -> (tensor<2x3x5xf64> {aic.name = "t100"}) {
  %result = aic.mul %0, %1 : (tensor<3x1xf64>, tensor<2x1x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"79 compare"(%0: tensor<3x1xf64> {aic.name = "t96"}, %1: tensor<2x1x5xf64> {aic.name = "t97"}) -> (tensor<2x3x5xi1> {aic.name = "t101"}) {
  %result = aic.compare lt %0, %1 : (tensor<3x1xf64>, tensor<2x1x5xf64>) -> tensor<2x3x5xi1>
  return %result : tensor<2x3x5xi1>
}
func.func @"80 add"(%0: tensor<2x1x1xf64> {aic.name = "t102"}, %1: tensor<2x3x4xf64> {aic.name = "t103"}) -> (tensor<2x3x4xf64> {aic.name = "t104"}) {
  %result = aic.add %0, %1 : (tensor<2x1x1xf64>, tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"81 sub"(%0: tensor<2x1x1xf64> {aic.name = "t102"}, %1: tensor<2x3x4xf64> {aic.name = "t103"}) -> (tensor<2x3x4xf64> {aic.name = "t105"}) {
  %result = aic.sub %0, %1 : (tensor<2x1x1xf64>, tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"82 mul"(%0: tensor<2x1x1xf64> {aic.name = "t102"}, %1: tensor<2x3x4xf64> {aic.name = "t103"}) -> (tensor<2x3x4xf64> {aic.name = "t106"}) {
  %result = aic.mul %0, %1 : (tensor<2x1x1xf64>, tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"83 compare"(%0: tensor<2x1x1xf64> {aic.name = "t102"}, %1: tensor<2x3x4xf64> {aic.name = "t103"}) -> (tensor<2x3x4xi1> {aic.name = "t107"}) {
  %result = aic.compare lt %0, %1 : (tensor<2x1x1xf64>, tensor<2x3x4xf64>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"84 add"(%0: tensor<5x1x4xf64> {aic.name = "t108"}, %1: tensor<1x3x1xf64> {aic.name = "t109"}) -> (tensor<5x3x4xf64> {aic.name = "t110"}) {
  %result = aic.add %0, %1 : (tensor<5x1x4xf64>, tensor<1x3x1xf64>) -> tensor<5x3x4xf64>
  return %result : tensor<5x3x4xf64>
}
func.func @"85 sub"(%0: tensor<5x1x4xf64> {aic.name = "t108"}, %1: tensor<1x3x1xf64> {aic.name = "t109"}) -> (tensor<5x3x4xf64> {aic.name = "t111"}) {
  %result = aic.sub %0, %1 : (tensor<5x1x4xf64>, tensor<1x3x1xf64>) -> tensor<5x3x4xf64>
  return %result : tensor<5x3x4xf64>
}
func.func @"86 mul"(%0: tensor<5x1x4xf64> {aic.name = "t108"}, %1: tensor<1x3x1xf64> {aic.name = "t109"}) -> (tensor<5x3x4xf64> {aic.name = "t112"}) {
  %result = aic.mul %0, %1 : (tensor<5x1x4xf64>, tensor<1x3x1xf64>) -> tensor<5x3x4xf64>
  return %result : tensor<5x3x4xf64>
}
func.func @"87 compare"(%0: tensor<5x1x4xf64> {aic.name = "t108"}, %1: tensor<1x3x1xf64> {aic.name = "t109"}) -> (tensor<5x3x4xi1> {aic.name = "t113"}) {
  %result = aic.compare lt %0, %1 : (tensor<5x1x4xf64>, tensor<1x3x1xf64>) -> tensor<5x3x4xi1>
  return %result : tensor<5x3x4xi1>
}
func.func @"88 add"(%0: tensor<2x1x3x1x2xf64> {aic.name = "t114"}, %1: tensor<3x1x2x1xf64> {aic.name = "t115"}) -> (tensor<2x3x3x2x2xf64> {aic.name = "t116"}) {
  %result = aic.add %0, %1 : (tensor<2x1x3x1x2xf64>, tensor<3x1x2x1xf64>) -> tensor<2x3x3x2x2xf64>
  return %result : tensor<2x3x3x2x2xf64>
}
func.func @"89 sub"(%0: tensor<2x1x3x1x2xf64> {aic.name = "t114"}, %1: tensor<3x1x2x1xf64> {aic.name = "t115"}) -> (tensor<2x3x3x2x2xf64> {aic.name = "t117"}) {
  %result = aic.sub %0, %1 : (tensor<2x1x3x1x2xf64>, tensor<3x1x2x1xf64>) -> tensor<2x3x3x2x2xf64>
  return %result : tensor<2x3x3x2x2xf64>
}
func.func @"90 mul"(%0: tensor<2x1x3x1x2xf64> {aic.name = "t114"}, %1: tensor<3x1x2x1xf64> {aic.name = "t115"}) -> (tensor<2x3x3x2x2xf64> {aic.name = "t118"}) {
  %result = aic.mul %0, %1 : (tensor<2x1x3x1x2xf64>, tensor<3x1x2x1xf64>) -> tensor<2x3x3x2x2xf64>
  return %result : tensor<2x3x3x2x2xf64>
}
func.func @"91 compare"(%0: tensor<2x1x3x1x2xf64> {aic.name = "t114"}, %1: tensor<3x1x2x1xf64> {aic.name = "t115"}) -> (tensor<2x3x3x2x2xi1> {aic.name = "t119"}) {
  %result = aic.compare lt %0, %1 : (tensor<2x1x3x1x2xf64>, tensor<3x1x2x1xf64>) -> tensor<2x3x3x2x2xi1>
  return %result : tensor<2x3x3x2x2xi1>
}
func.func @"92 add"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<1x3xf64> {aic.name = "t120"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.add %0, %1 : (tensor<0x3xf64>, tensor<1x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"93 sub"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<1x3xf64> {aic.name = "t120"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.sub %0, %1 : (tensor<0x3xf64>, tensor<1x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"94 mul"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<1x3xf64> {aic.name = "t120"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.mul %0, %1 : (tensor<0x3xf64>, tensor<1x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"95 compare"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<1x3xf64> {aic.name = "t120"}) -> (tensor<0x3xi1> {aic.name = "t121"}) {
  %result = aic.compare lt %0, %1 : (tensor<0x3xf64>, tensor<1x3xf64>) -> tensor<0x3xi1>
  return %result : tensor<0x3xi1>
}
func.func @"96 add"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<1xf64> {aic.name = "t74"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.add %0, %1 : (tensor<2x0xf64>, tensor<1xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"97 sub"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<1xf64> {aic.name = "t74"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.sub %0, %1 : (tensor<2x0xf64>, tensor<1xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"98 mul"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<1xf64> {aic.name = "t74"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.mul %0, %1 : (tensor<2x0xf64>, tensor<1xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"99 compare"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<1xf64> {aic.name = "t74"}) -> (tensor<2x0xi1> {aic.name = "t123"}) {
  %result = aic.compare lt %0, %1 : (tensor<2x0xf64>, tensor<1xf64>) -> tensor<2x0xi1>
  return %result : tensor<2x0xi1>
}
func.func @"100 add"(%0: tensor<1x7xf64> {aic.name = "t124"}, %1: tensor<6x1xf64> {aic.name = "t125"}) -> (tensor<6x7xf64> {aic.name = "t126"}) {
  %result = aic.add %0, %1 : (tensor<1x7xf64>, tensor<6x1xf64>) -> tensor<6x7xf64>
  return %result : tensor<6x7xf64>
}
func.func @"101 sub"(%0: tensor<1x7xf64> {aic.name = "t124"}, %1: tensor<6x1xf64> {aic.name = "t125"}) -> (tensor<6x7xf64> {aic.name = "t127"}) {
  %result = aic.sub %0, %1 : (tensor<1x7xf64>, tensor<6x1xf64>) -> tensor<6x7xf64>
  return %result : tensor<6x7xf64>
}
func.func @"102 mul"(%0: tensor<1x7xf64> {aic.name = "t124"}, %1: tensor<6x1xf64> {aic.name = "t125"}) -> (tensor<6x7xf64> {aic.name = "t128"}) {
  %result = aic.mul %0, %1 : (tensor<1x7xf64>, tensor<6x1xf64>) -> tensor<6x7xf64>
  return %result : tensor<6x7xf64>
}
func.func @"103 compare"(%0: tensor<1x7xf64> {aic.name = "t124"}, %1: tensor<6x1xf64> {aic.name = "t125"}) -> (tensor<6x7xi1> {aic.name = "t129"}) {
  %result = aic.compare lt %0, %1 : (tensor<1x7xf64>, tensor<6x1xf64>) -> tensor<6x7xi1>
  return %result : tensor<6x7xi1>
}
func.func @"104 add"(%0: tensor<1x1x1xf64> {aic.name = "t130"}, %1: tensor<1xf64> {aic.name = "t131"}) -> (tensor<1x1x1xf64> {aic.name = "t132"}) {
  %result = aic.add %0, %1 : (tensor<1x1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"105 sub"(%0: tensor<1x1x1xf64> {aic.name = "t130"}, %1: tensor<1xf64> {aic.name = "t131"}) -> (tensor<1x1x1xf64> {aic.name = "t133"}) {
  %result = aic.sub %0, %1 : (tensor<1x1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"106 mul"(%0: tensor<1x1x1xf64> {aic.name = "t130"}, %1: tensor<1xf64> {aic.name = "t131"}) -> (tensor<1x1x1xf64> {aic.name = "t134"}) {
  %result = aic.mul %0, %1 : (tensor<1x1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"107 compare"(%0: tensor<1x1x1xf64> {aic.name = "t130"}, %1: tensor<1xf64> {aic.name = "t131"}) -> (tensor<1x1x1xi1> {aic.name = "t135"}) {
  %result = aic.compare lt %0, %1 : (tensor<1x1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xi1>
  return %result : tensor<1x1x1xi1>
}
func.func @"108 add"(%0: tensor<17xf64> {aic.name = "t136"}, %1: tensor<17xf64> {aic.name = "t137"}) -> (tensor<17xf64> {aic.name = "t138"}) {
  %result = aic.add %0, %1 : (tensor<17xf64>, tensor<17xf64>) -> tensor<17xf64>
  return %result : tensor<17xf64>
}
func.func @"109 sub"(%0: tensor<17xf64> {aic.name = "t136"}, %1: tensor<17xf64> {aic.name = "t137"}) -> (tensor<17xf64> {aic.name = "t139"}) {
  %result = aic.sub %0, %1 : (tensor<17xf64>, tensor<17xf64>) -> tensor<17xf64>
  return %result : tensor<17xf64>
}
func.func @"110 mul"(%0: tensor<17xf64> {aic.name = "t136"}, %1: tensor<17xf64> {aic.name = "t137"}) -> (tensor<17xf64> {aic.name = "t140"}) {
  %result = aic.mul %0, %1 : (tensor<17xf64>, tensor<17xf64>) -> tensor<17xf64>
  return %result : tensor<17xf64>
}
func.func @"111 compare"(%0: tensor<17xf64> {aic.name = "t136"}, %1: tensor<17xf64> {aic.name = "t137"}) -> (tensor<17xi1> {aic.name = "t141"}) {
  %result = aic.compare lt %0, %1 : (tensor<17xf64>, tensor<17xf64>) -> tensor<17xi1>
  return %result : tensor<17xi1>
}
func.func @"112 add"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi8> {aic.name = "t144"}) {
  %result = aic.add %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi8>
  return %result : tensor<18x18xi8>
}
func.func @"113 sub"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi8> {aic.name = "t145"}) {
  %result = aic.sub %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi8>
  return %result : tensor<18x18xi8>
}
func.func @"114 mul"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi8> {aic.name = "t146"}) {
  %result = aic.mul %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi8>
  return %result : tensor<18x18xi8>
}
func.func @"115 minimum"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi8> {aic.name = "t147"}) {
  %result = aic.minimum %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi8>
  return %result : tensor<18x18xi8>
}
func.func @"116 maximum"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi8> {aic.name = "t148"}) {
  %result = aic.maximum %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi8>
  return %result : tensor<18x18xi8>
}
func.func @"117 compare"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi1> {aic.name = "t149"}) {
  %result = aic.compare eq %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"118 compare"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi1> {aic.name = "t150"}) {
  %result = aic.compare ne %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"119 compare"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi1> {aic.name = "t151"}) {
  %result = aic.compare lt %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"120 compare"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi1> {aic.name = "t152"}) {
  %result = aic.compare le %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"121 compare"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi1> {aic.name = "t153"}) {
  %result = aic.compare gt %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"122 compare"(%0: tensor<18x1xi8> {aic.name = "t142"}, %1: tensor<1x18xi8> {aic.name = "t143"}) -> (tensor<18x18xi1> {aic.name = "t154"}) {
  %result = aic.compare ge %0, %1 : (tensor<18x1xi8>, tensor<1x18xi8>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"123 div"(%0: tensor<17x1xi8> {aic.name = "t155"}, %1: tensor<1x17xi8> {aic.name = "t156"}) -> (tensor<17x17xi8> {aic.name = "t157"}) {
  %result = aic.div %0, %1 : (tensor<17x1xi8>, tensor<1x17xi8>) -> tensor<17x17xi8>
  return %result : tensor<17x17xi8>
}
func.func @"124 floor_div"(%0: tensor<17x1xi8> {aic.name = "t155"}, %1: tensor<1x17xi8> {aic.name = "t156"}) -> (tensor<17x17xi8> {aic.name = "t158"}) {
  %result = aic.floor_div %0, %1 : (tensor<17x1xi8>, tensor<1x17xi8>) -> tensor<17x17xi8>
  return %result : tensor<17x17xi8>
}
func.func @"125 rem"(%0: tensor<17x1xi8> {aic.name = "t155"}, %1: tensor<1x17xi8> {aic.name = "t156"}) -> (tensor<17x17xi8> {aic.name = "t159"}) {
  %result = aic.rem %0, %1 : (tensor<17x1xi8>, tensor<1x17xi8>) -> tensor<17x17xi8>
  return %result : tensor<17x17xi8>
}
func.func @"126 add"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xui8> {aic.name = "t162"}) {
  %result = aic.add %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xui8>
  return %result : tensor<12x12xui8>
}
func.func @"127 sub"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xui8> {aic.name = "t163"}) {
  %result = aic.sub %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xui8>
  return %result : tensor<12x12xui8>
}
func.func @"128 mul"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xui8> {aic.name = "t164"}) {
  %result = aic.mul %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xui8>
  return %result : tensor<12x12xui8>
}
func.func @"129 minimum"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xui8> {aic.name = "t165"}) {
  %result = aic.minimum %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xui8>
  return %result : tensor<12x12xui8>
}
func.func @"130 maximum"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xui8> {aic.name = "t166"}) {
  %result = aic.maximum %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xui8>
  return %result : tensor<12x12xui8>
}
func.func @"131 compare"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xi1> {aic.name = "t167"}) {
  %result = aic.compare eq %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xi1>
  return %result : tensor<12x12xi1>
}
func.func @"132 compare"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xi1> {aic.name = "t168"}) {
  %result = aic.compare ne %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xi1>
  return %result : tensor<12x12xi1>
}
func.func @"133 compare"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xi1> {aic.name = "t169"}) {
  %result = aic.compare lt %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xi1>
  return %result : tensor<12x12xi1>
}
func.func @"134 compare"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xi1> {aic.name = "t170"}) {
  %result = aic.compare le %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xi1>
  return %result : tensor<12x12xi1>
}
func.func @"135 compare"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xi1> {aic.name = "t171"}) {
  %result = aic.compare gt %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xi1>
  return %result : tensor<12x12xi1>
}
func.func @"136 compare"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x12xui8> {aic.name = "t161"}) -> (tensor<12x12xi1> {aic.name = "t172"}) {
  %result = aic.compare ge %0, %1 : (tensor<12x1xui8>, tensor<1x12xui8>) -> tensor<12x12xi1>
  return %result : tensor<12x12xi1>
}
func.func @"137 div"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x11xui8> {aic.name = "t173"}) -> (tensor<12x11xui8> {aic.name = "t174"}) {
  %result = aic.div %0, %1 : (tensor<12x1xui8>, tensor<1x11xui8>) -> tensor<12x11xui8>
  return %result : tensor<12x11xui8>
}
func.func @"138 floor_div"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x11xui8> {aic.name = "t173"}) -> (tensor<12x11xui8> {aic.name = "t174"}) {
  %result = aic.floor_div %0, %1 : (tensor<12x1xui8>, tensor<1x11xui8>) -> tensor<12x11xui8>
  return %result : tensor<12x11xui8>
}
func.func @"139 rem"(%0: tensor<12x1xui8> {aic.name = "t160"}, %1: tensor<1x11xui8> {aic.name = "t173"}) -> (tensor<12x11xui8> {aic.name = "t175"}) {
  %result = aic.rem %0, %1 : (tensor<12x1xui8>, tensor<1x11xui8>) -> tensor<12x11xui8>
  return %result : tensor<12x11xui8>
}
func.func @"140 add"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi16> {aic.name = "t178"}) {
  %result = aic.add %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi16>
  return %result : tensor<18x18xi16>
}
func.func @"141 sub"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi16> {aic.name = "t179"}) {
  %result = aic.sub %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi16>
  return %result : tensor<18x18xi16>
}
func.func @"142 mul"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi16> {aic.name = "t180"}) {
  %result = aic.mul %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi16>
  return %result : tensor<18x18xi16>
}
func.func @"143 minimum"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi16> {aic.name = "t181"}) {
  %result = aic.minimum %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi16>
  return %result : tensor<18x18xi16>
}
func.func @"144 maximum"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi16> {aic.name = "t182"}) {
  %result = aic.maximum %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi16>
  return %result : tensor<18x18xi16>
}
func.func @"145 compare"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi1> {aic.name = "t183"}) {
  %result = aic.compare eq %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"146 compare"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi1> {aic.name = "t184"}) {
  %result = aic.compare ne %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"147 compare"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi1> {aic.name = "t185"}) {
  %result = aic.compare lt %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"148 compare"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi1> {aic.name = "t186"}) {
  %result = aic.compare le %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"149 compare"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi1> {aic.name = "t187"}) {
  %result = aic.compare gt %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"150 compare"(%0: tensor<18x1xi16> {aic.name = "t176"}, %1: tensor<1x18xi16> {aic.name = "t177"}) -> (tensor<18x18xi1> {aic.name = "t188"}) {
  %result = aic.compare ge %0, %1 : (tensor<18x1xi16>, tensor<1x18xi16>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"151 div"(%0: tensor<17x1xi16> {aic.name = "t189"}, %1: tensor<1x17xi16> {aic.name = "t190"}) -> (tensor<17x17xi16> {aic.name = "t191"}) {
  %result = aic.div %0, %1 : (tensor<17x1xi16>, tensor<1x17xi16>) -> tensor<17x17xi16>
  return %result : tensor<17x17xi16>
}
func.func @"152 floor_div"(%0: tensor<17x1xi16> {aic.name = "t189"}, %1: tensor<1x17xi16> {aic.name = "t190"}) -> (tensor<17x17xi16> {aic.name = "t192"}) {
  %result = aic.floor_div %0, %1 : (tensor<17x1xi16>, tensor<1x17xi16>) -> tensor<17x17xi16>
  return %result : tensor<17x17xi16>
}
func.func @"153 rem"(%0: tensor<17x1xi16> {aic.name = "t189"}, %1: tensor<1x17xi16> {aic.name = "t190"}) -> (tensor<17x17xi16> {aic.name = "t193"}) {
  %result = aic.rem %0, %1 : (tensor<17x1xi16>, tensor<1x17xi16>) -> tensor<17x17xi16>
  return %result : tensor<17x17xi16>
}
func.func @"154 add"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi32> {aic.name = "t196"}) {
  %result = aic.add %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi32>
  return %result : tensor<18x18xi32>
}
func.func @"155 sub"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi32> {aic.name = "t197"}) {
  %result = aic.sub %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi32>
  return %result : tensor<18x18xi32>
}
func.func @"156 mul"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi32> {aic.name = "t198"}) {
  %result = aic.mul %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi32>
  return %result : tensor<18x18xi32>
}
func.func @"157 minimum"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi32> {aic.name = "t199"}) {
  %result = aic.minimum %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi32>
  return %result : tensor<18x18xi32>
}
func.func @"158 maximum"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi32> {aic.name = "t200"}) {
  %result = aic.maximum %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi32>
  return %result : tensor<18x18xi32>
}
func.func @"159 compare"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi1> {aic.name = "t183"}) {
  %result = aic.compare eq %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"160 compare"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi1> {aic.name = "t184"}) {
  %result = aic.compare ne %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"161 compare"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi1> {aic.name = "t201"}) {
  %result = aic.compare lt %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"162 compare"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi1> {aic.name = "t202"}) {
  %result = aic.compare le %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"163 compare"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi1> {aic.name = "t203"}) {
  %result = aic.compare gt %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"164 compare"(%0: tensor<18x1xi32> {aic.name = "t194"}, %1: tensor<1x18xi32> {aic.name = "t195"}) -> (tensor<18x18xi1> {aic.name = "t204"}) {
  %result = aic.compare ge %0, %1 : (tensor<18x1xi32>, tensor<1x18xi32>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"165 div"(%0: tensor<17x1xi32> {aic.name = "t205"}, %1: tensor<1x17xi32> {aic.name = "t206"}) -> (tensor<17x17xi32> {aic.name = "t207"}) {
  %result = aic.div %0, %1 : (tensor<17x1xi32>, tensor<1x17xi32>) -> tensor<17x17xi32>
  return %result : tensor<17x17xi32>
}
func.func @"166 floor_div"(%0: tensor<17x1xi32> {aic.name = "t205"}, %1: tensor<1x17xi32> {aic.name = "t206"}) -> (tensor<17x17xi32> {aic.name = "t208"}) {
  %result = aic.floor_div %0, %1 : (tensor<17x1xi32>, tensor<1x17xi32>) -> tensor<17x17xi32>
  return %result : tensor<17x17xi32>
}
func.func @"167 rem"(%0: tensor<17x1xi32> {aic.name = "t205"}, %1: tensor<1x17xi32> {aic.name = "t206"}) -> (tensor<17x17xi32> {aic.name = "t209"}) {
  %result = aic.rem %0, %1 : (tensor<17x1xi32>, tensor<1x17xi32>) -> tensor<17x17xi32>
  return %result : tensor<17x17xi32>
}
func.func @"168 add"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi64> {aic.name = "t212"}) {
  %result = aic.add %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi64>
  return %result : tensor<18x18xi64>
}
func.func @"169 sub"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi64> {aic.name = "t213"}) {
  %result = aic.sub %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi64>
  return %result : tensor<18x18xi64>
}
func.func @"170 mul"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi64> {aic.name = "t214"}) {
  %result = aic.mul %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi64>
  return %result : tensor<18x18xi64>
}
func.func @"171 minimum"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi64> {aic.name = "t215"}) {
  %result = aic.minimum %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi64>
  return %result : tensor<18x18xi64>
}
func.func @"172 maximum"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi64> {aic.name = "t216"}) {
  %result = aic.maximum %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi64>
  return %result : tensor<18x18xi64>
}
func.func @"173 compare"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi1> {aic.name = "t183"}) {
  %result = aic.compare eq %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"174 compare"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi1> {aic.name = "t184"}) {
  %result = aic.compare ne %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"175 compare"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi1> {aic.name = "t217"}) {
  %result = aic.compare lt %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"176 compare"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi1> {aic.name = "t218"}) {
  %result = aic.compare le %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"177 compare"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi1> {aic.name = "t219"}) {
  %result = aic.compare gt %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"178 compare"(%0: tensor<18x1xi64> {aic.name = "t210"}, %1: tensor<1x18xi64> {aic.name = "t211"}) -> (tensor<18x18xi1> {aic.name = "t220"}) {
  %result = aic.compare ge %0, %1 : (tensor<18x1xi64>, tensor<1x18xi64>) -> tensor<18x18xi1>
  return %result : tensor<18x18xi1>
}
func.func @"179 div"(%0: tensor<17x1xi64> {aic.name = "t221"}, %1: tensor<1x17xi64> {aic.name = "t222"}) -> (tensor<17x17xi64> {aic.name = "t223"}) {
  %result = aic.div %0, %1 : (tensor<17x1xi64>, tensor<1x17xi64>) -> tensor<17x17xi64>
  return %result : tensor<17x17xi64>
}
func.func @"180 floor_div"(%0: tensor<17x1xi64> {aic.name = "t221"}, %1: tensor<1x17xi64> {aic.name = "t222"}) -> (tensor<17x17xi64> {aic.name = "t224"}) {
  %result = aic.floor_div %0, %1 : (tensor<17x1xi64>, tensor<1x17xi64>) -> tensor<17x17xi64>
  return %result : tensor<17x17xi64>
}
func.func @"181 rem"(%0: tensor<17x1xi64> {aic.name = "t221"}, %1: tensor<1x17xi64> {aic.name = "t222"}) -> (tensor<17x17xi64> {aic.name = "t225"}) {
  %result = aic.rem %0, %1 : (tensor<17x1xi64>, tensor<1x17xi64>) -> tensor<17x17xi64>
  return %result : tensor<17x17xi64>
}
func.func @"182 logical_and"(%0: tensor<2x1xi1> {aic.name = "t226"}, %1: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2x2xi1> {aic.name = "t228"}) {
  %result = aic.logical_and %0, %1 : (tensor<2x1xi1>, tensor<2xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"183 logical_or"(%0: tensor<2x1xi1> {aic.name = "t226"}, %1: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2x2xi1> {aic.name = "t229"}) {
  %result = aic.logical_or %0, %1 : (tensor<2x1xi1>, tensor<2xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"184 compare"(%0: tensor<2x1xi1> {aic.name = "t226"}, %1: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2x2xi1> {aic.name = "t230"}) {
  %result = aic.compare eq %0, %1 : (tensor<2x1xi1>, tensor<2xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"185 compare"(%0: tensor<2x1xi1> {aic.name = "t226"}, %1: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2x2xi1> {aic.name = "t231"}) {
  %result = aic.compare ne %0, %1 : (tensor<2x1xi1>, tensor<2xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"186 compare"(%0: tensor<2x1xi1> {aic.name = "t226"}, %1: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2x2xi1> {aic.name = "t232"}) {
  %result = aic.compare lt %0, %1 : (tensor<2x1xi1>, tensor<2xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"187 compare"(%0: tensor<2x1xi1> {aic.name = "t226"}, %1: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2x2xi1> {aic.name = "t233"}) {
  %result = aic.compare le %0, %1 : (tensor<2x1xi1>, tensor<2xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"188 compare"(%0: tensor<2x1xi1> {aic.name = "t226"}, %1: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2x2xi1> {aic.name = "t234"}) {
  %result = aic.compare gt %0, %1 : (tensor<2x1xi1>, tensor<2xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"189 compare"(%0: tensor<2x1xi1> {aic.name = "t226"}, %1: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2x2xi1> {aic.name = "t235"}) {
  %result = aic.compare ge %0, %1 : (tensor<2x1xi1>, tensor<2xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"190 where"(%0: tensor<2x3xi1> {aic.name = "t236"}, %1: tensor<2x3xf64> {aic.name = "t237"}, %2: tensor<2x3xf64> {aic.name = "t238"}) -> (tensor<2x3xf64> {aic.name = "t239"}) {
  %result = aic.where %0, %1, %2 : (tensor<2x3xi1>, tensor<2x3xf64>, tensor<2x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"191 where"(%0: tensor<2x3xi1> {aic.name = "t236"}, %1: tensor<2x3xi16> {aic.name = "t240"}, %2: tensor<2x3xi16> {aic.name = "t241"}) -> (tensor<2x3xi16> {aic.name = "t242"}) {
  %result = aic.where %0, %1, %2 : (tensor<2x3xi1>, tensor<2x3xi16>, tensor<2x3xi16>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"192 where"(%0: tensor<3xi1> {aic.name = "t243"}, %1: tensor<2x1xf64> {aic.name = "t244"}, %2: tensor<f64> {aic.name = "t245"}) -> (tensor<2x3xf64> {aic.name = "t246"}) {
  %result = aic.where %0, %1, %2 : (tensor<3xi1>, tensor<2x1xf64>, tensor<f64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"193 where"(%0: tensor<3xi1> {aic.name = "t243"}, %1: tensor<2x1xi16> {aic.name = "t247"}, %2: tensor<i16> {aic.name = "t248"}) -> (tensor<2x3xi16> {aic.name = "t249"}) {
  %result = aic.where %0, %1, %2 : (tensor<3xi1>, tensor<2x1xi16>, tensor<i16>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"194 where"(%0: tensor<4x1x1xi1> {aic.name = "t250"}, %1: tensor<3x1xf64> {aic.name = "t251"}, %2: tensor<2xf64> {aic.name = "t252"}) -> (tensor<4x3x2xf64> {aic.name = "t253"}) {
  %result = aic.where %0, %1, %2 : (tensor<4x1x1xi1>, tensor<3x1xf64>, tensor<2xf64>) -> tensor<4x3x2xf64>
  return %result : tensor<4x3x2xf64>
}
func.func @"195 where"(%0: tensor<4x1x1xi1> {aic.name = "t250"}, %1: tensor<3x1xi16> {aic.name = "t254"}, %2: tensor<2xi16> {aic.name = "t255"}) -> (tensor<4x3x2xi16> {aic.name = "t256"}) {
  %result = aic.where %0, %1, %2 : (tensor<4x1x1xi1>, tensor<3x1xi16>, tensor<2xi16>) -> tensor<4x3x2xi16>
  return %result : tensor<4x3x2xi16>
}
func.func @"196 where"(%0: tensor<i1> {aic.name = "t257"}, %1: tensor<2xf64> {aic.name = "t258"}, %2: tensor<2xf64> {aic.name = "t259"}) -> (tensor<2xf64> {aic.name = "t258"}) {
  %result = aic.where %0, %1, %2 : (tensor<i1>, tensor<2xf64>, tensor<2xf64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"197 where"(%0: tensor<i1> {aic.name = "t257"}, %1: tensor<2xi16> {aic.name = "t260"}, %2: tensor<2xi16> {aic.name = "t261"}) -> (tensor<2xi16> {aic.name = "t260"}) {
  %result = aic.where %0, %1, %2 : (tensor<i1>, tensor<2xi16>, tensor<2xi16>) -> tensor<2xi16>
  return %result : tensor<2xi16>
}
func.func @"198 where"(%0: tensor<2x1xi1> {aic.name = "t262"}, %1: tensor<f64> {aic.name = "t263"}, %2: tensor<0xf64> {aic.name = "t264"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.where %0, %1, %2 : (tensor<2x1xi1>, tensor<f64>, tensor<0xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"199 where"(%0: tensor<2x1xi1> {aic.name = "t262"}, %1: tensor<i16> {aic.name = "t265"}, %2: tensor<0xi16> {aic.name = "t266"}) -> (tensor<2x0xi16> {aic.name = "t267"}) {
  %result = aic.where %0, %1, %2 : (tensor<2x1xi1>, tensor<i16>, tensor<0xi16>) -> tensor<2x0xi16>
  return %result : tensor<2x0xi16>
}
func.func @"200 cast"(%0: tensor<23xf64> {aic.name = "t268"}) -> (tensor<23xf64> {aic.name = "t268"}) {
  %result = aic.cast %0 : (tensor<23xf64>) -> tensor<23xf64>
  return %result : tensor<23xf64>
}
func.func @"201 cast"(%0: tensor<23xf32> {aic.name = "t269"}) -> (tensor<23xf64> {aic.name = "t270"}) {
  %result = aic.cast %0 : (tensor<23xf32>) -> tensor<23xf64>
  return %result : tensor<23xf64>
}
func.func @"202 cast"(%0: tensor<23xf16> {aic.name = "t271"}) -> (tensor<23xf64> {aic.name = "t272"}) {
  %result = aic.cast %0 : (tensor<23xf16>) -> tensor<23xf64>
  return %result : tensor<23xf64>
}
func.func @"203 cast"(%0: tensor<15xi8> {aic.name = "t273"}) -> (tensor<15xf64> {aic.name = "t274"}) {
  %result = aic.cast %0 : (tensor<15xi8>) -> tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"204 cast"(%0: tensor<15xui8> {aic.name = "t275"}) -> (tensor<15xf64> {aic.name = "t276"}) {
  %result = aic.cast %0 : (tensor<15xui8>) -> tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"205 cast"(%0: tensor<15xi16> {aic.name = "t277"}) -> (tensor<15xf64> {aic.name = "t278"}) {
  %result = aic.cast %0 : (tensor<15xi16>) -> tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"206 cast"(%0: tensor<15xi32> {aic.name = "t279"}) -> (tensor<15xf64> {aic.name = "t280"}) {
  %result = aic.cast %0 : (tensor<15xi32>) -> tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"207 cast"(%0: tensor<15xi64> {aic.name = "t281"}) -> (tensor<15xf64> {aic.name = "t282"}) {
  %result = aic.cast %0 : (tensor<15xi64>) -> tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"208 cast"(%0: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2xf64> {aic.name = "t283"}) {
  %result = aic.cast %0 : (tensor<2xi1>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"209 cast"(%0: tensor<23xf64> {aic.name = "t268"}) -> (tensor<23xf32> {aic.name = "t269"}) {
  %result = aic.cast %0 : (tensor<23xf64>) -> tensor<23xf32>
  return %result : tensor<23xf32>
}
func.func @"210 cast"(%0: tensor<23xf32> {aic.name = "t269"}) -> (tensor<23xf32> {aic.name = "t269"}) {
  %result = aic.cast %0 : (tensor<23xf32>) -> tensor<23xf32>
  return %result : tensor<23xf32>
}
func.func @"211 cast"(%0: tensor<23xf16> {aic.name = "t271"}) -> (tensor<23xf32> {aic.name = "t284"}) {
  %result = aic.cast %0 : (tensor<23xf16>) -> tensor<23xf32>
  return %result : tensor<23xf32>
}
func.func @"212 cast"(%0: tensor<15xi8> {aic.name = "t285"}) -> (tensor<15xf32> {aic.name = "t286"}) {
  %result = aic.cast %0 : (tensor<15xi8>) -> tensor<15xf32>
  return %result : tensor<15xf32>
}
func.func @"213 cast"(%0: tensor<15xui8> {aic.name = "t287"}) -> (tensor<15xf32> {aic.name = "t288"}) {
  %result = aic.cast %0 : (tensor<15xui8>) -> tensor<15xf32>
  return %result : tensor<15xf32>
}
func.func @"214 cast"(%0: tensor<15xi16> {aic.name = "t289"}) -> (tensor<15xf32> {aic.name = "t290"}) {
  %result = aic.cast %0 : (tensor<15xi16>) -> tensor<15xf32>
  return %result : tensor<15xf32>
}
func.func @"215 cast"(%0: tensor<15xi32> {aic.name = "t291"}) -> (tensor<15xf32> {aic.name = "t292"}) {
  %result = aic.cast %0 : (tensor<15xi32>) -> tensor<15xf32>
  return %result : tensor<15xf32>
}
func.func @"216 cast"(%0: tensor<15xi64> {aic.name = "t293"}) -> (tensor<15xf32> {aic.name = "t294"}) {
  %result = aic.cast %0 : (tensor<15xi64>) -> tensor<15xf32>
  return %result : tensor<15xf32>
}
func.func @"217 cast"(%0: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2xf32> {aic.name = "t295"}) {
  %result = aic.cast %0 : (tensor<2xi1>) -> tensor<2xf32>
  return %result : tensor<2xf32>
}
func.func @"218 cast"(%0: tensor<23xf64> {aic.name = "t268"}) -> (tensor<23xf16> {aic.name = "t271"}) {
  %result = aic.cast %0 : (tensor<23xf64>) -> tensor<23xf16>
  return %result : tensor<23xf16>
}
func.func @"219 cast"(%0: tensor<23xf32> {aic.name = "t269"}) -> (tensor<23xf16> {aic.name = "t271"}) {
  %result = aic.cast %0 : (tensor<23xf32>) -> tensor<23xf16>
  return %result : tensor<23xf16>
}
func.func @"220 cast"(%0: tensor<23xf16> {aic.name = "t271"}) -> (tensor<23xf16> {aic.name = "t271"}) {
  %result = aic.cast %0 : (tensor<23xf16>) -> tensor<23xf16>
  return %result : tensor<23xf16>
}
func.func @"221 cast"(%0: tensor<15xi8> {aic.name = "t296"}) -> (tensor<15xf16> {aic.name = "t297"}) {
  %result = aic.cast %0 : (tensor<15xi8>) -> tensor<15xf16>
  return %result : tensor<15xf16>
}
func.func @"222 cast"(%0: tensor<15xui8> {aic.name = "t298"}) -> (tensor<15xf16> {aic.name = "t299"}) {
  %result = aic.cast %0 : (tensor<15xui8>) -> tensor<15xf16>
  return %result : tensor<15xf16>
}
func.func @"223 cast"(%0: tensor<15xi16> {aic.name = "t300"}) -> (tensor<15xf16> {aic.name = "t301"}) {
  %result = aic.cast %0 : (tensor<15xi16>) -> tensor<15xf16>
  return %result : tensor<15xf16>
}
func.func @"224 cast"(%0: tensor<15xi32> {aic.name = "t302"}) -> (tensor<15xf16> {aic.name = "t303"}) {
  %result = aic.cast %0 : (tensor<15xi32>) -> tensor<15xf16>
  return %result : tensor<15xf16>
}
func.func @"225 cast"(%0: tensor<15xi64> {aic.name = "t304"}) -> (tensor<15xf16> {aic.name = "t305"}) {
  %result = aic.cast %0 : (tensor<15xi64>) -> tensor<15xf16>
  return %result : tensor<15xf16>
}
func.func @"226 cast"(%0: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2xf16> {aic.name = "t306"}) {
  %result = aic.cast %0 : (tensor<2xi1>) -> tensor<2xf16>
  return %result : tensor<2xf16>
}
func.func @"227 cast"(%0: tensor<23xf64> {aic.name = "t268"}) -> (tensor<23xi1> {aic.name = "t307"}) {
  %result = aic.cast %0 : (tensor<23xf64>) -> tensor<23xi1>
  return %result : tensor<23xi1>
}
func.func @"228 cast"(%0: tensor<23xf32> {aic.name = "t269"}) -> (tensor<23xi1> {aic.name = "t307"}) {
  %result = aic.cast %0 : (tensor<23xf32>) -> tensor<23xi1>
  return %result : tensor<23xi1>
}
func.func @"229 cast"(%0: tensor<23xf16> {aic.name = "t271"}) -> (tensor<23xi1> {aic.name = "t308"}) {
  %result = aic.cast %0 : (tensor<23xf16>) -> tensor<23xi1>
  return %result : tensor<23xi1>
}
func.func @"230 cast"(%0: tensor<15xi8> {aic.name = "t309"}) -> (tensor<15xi1> {aic.name = "t310"}) {
  %result = aic.cast %0 : (tensor<15xi8>) -> tensor<15xi1>
  return %result : tensor<15xi1>
}
func.func @"231 cast"(%0: tensor<15xui8> {aic.name = "t311"}) -> (tensor<15xi1> {aic.name = "t312"}) {
  %result = aic.cast %0 : (tensor<15xui8>) -> tensor<15xi1>
  return %result : tensor<15xi1>
}
func.func @"232 cast"(%0: tensor<15xi16> {aic.name = "t313"}) -> (tensor<15xi1> {aic.name = "t310"}) {
  %result = aic.cast %0 : (tensor<15xi16>) -> tensor<15xi1>
  return %result : tensor<15xi1>
}
func.func @"233 cast"(%0: tensor<15xi32> {aic.name = "t314"}) -> (tensor<15xi1> {aic.name = "t310"}) {
  %result = aic.cast %0 : (tensor<15xi32>) -> tensor<15xi1>
  return %result : tensor<15xi1>
}
func.func @"234 cast"(%0: tensor<15xi64> {aic.name = "t315"}) -> (tensor<15xi1> {aic.name = "t310"}) {
  %result = aic.cast %0 : (tensor<15xi64>) -> tensor<15xi1>
  return %result : tensor<15xi1>
}
func.func @"235 cast"(%0: tensor<2xi1> {aic.name = "t227"}) -> (tensor<2xi1> {aic.name = "t227"}) {
  %result = aic.cast %0 : (tensor<2xi1>) -> tensor<2xi1>
  return %result : tensor<2xi1>
}
func.func @"236 cast"(%0: tensor<9xf64> {aic.name = "t316"}) -> (tensor<9xi8> {aic.name = "t317"}) {
  %result = aic.cast %0 : (tensor<9xf64>) -> tensor<9xi8>
  return %result : tensor<9xi8>
}
func.func @"237 cast"(%0: tensor<9xf32> {aic.name = "t318"}) -> (tensor<9xi8> {aic.name = "t317"}) {
  %result = aic.cast %0 : (tensor<9xf32>) -> tensor<9xi8>
  return %result : tensor<9xi8>
}
func.func @"238 cast"(%0: tensor<9xf16> {aic.name = "t319"}) -> (tensor<9xi8> {aic.name = "t317"}) {
  %result = aic.cast %0 : (tensor<9xf16>) -> tensor<9xi8>
  return %result : tensor<9xi8>
}
func.func @"239 cast"(%0: tensor<11xi8> {aic.name = "t320"}) -> (tensor<11xi8> {aic.name = "t320"}) {
  %result = aic.cast %0 : (tensor<11xi8>) -> tensor<11xi8>
  return %result : tensor<11xi8>
}
func.func @"240 cast"(%0: tensor<11xui8> {aic.name = "t321"}) -> (tensor<11xi8> {aic.name = "t322"}) {
  %result = aic.cast %0 : (tensor<11xui8>) -> tensor<11xi8>
  return %result : tensor<11xi8>
}
func.func @"241 cast"(%0: tensor<11xi16> {aic.name = "t323"}) -> (tensor<11xi8> {aic.name = "t324"}) {
  %result = aic.cast %0 : (tensor<11xi16>) -> tensor<11xi8>
  return %result : tensor<11xi8>
}
func.func @"242 cast"(%0: tensor<11xi32> {aic.name = "t325"}) -> (tensor<11xi8> {aic.name = "t326"}) {
  %result = aic.cast %0 : (tensor<11xi32>) -> tensor<11xi8>
  return %result : tensor<11xi8>
}
func.func @"243 cast"(%0: tensor<11xi64> {aic.name = "t327"}) -> (tensor<11xi8> {aic.name = "t328"}) {
  %result = aic.cast %0 : (tensor<11xi64>) -> tensor<11xi8>
  return %result : tensor<11xi8>
}
func.func @"244 cast"(%0: tensor<11xi1> {aic.name = "t329"}) -> (tensor<11xi8> {aic.name = "t330"}) {
  %result = aic.cast %0 : (tensor<11xi1>) -> tensor<11xi8>
  return %result : tensor<11xi8>
}
func.func @"245 cast"(%0: tensor<9xf64> {aic.name = "t331"}) -> (tensor<9xui8> {aic.name = "t332"}) {
  %result = aic.cast %0 : (tensor<9xf64>) -> tensor<9xui8>
  return %result : tensor<9xui8>
}
func.func @"246 cast"(%0: tensor<9xf32> {aic.name = "t333"}) -> (tensor<9xui8> {aic.name = "t332"}) {
  %result = aic.cast %0 : (tensor<9xf32>) -> tensor<9xui8>
  return %result : tensor<9xui8>
}
func.func @"247 cast"(%0: tensor<9xf16> {aic.name = "t334"}) -> (tensor<9xui8> {aic.name = "t332"}) {
  %result = aic.cast %0 : (tensor<9xf16>) -> tensor<9xui8>
  return %result : tensor<9xui8>
}
func.func @"248 cast"(%0: tensor<11xi8> {aic.name = "t335"}) -> (tensor<11xui8> {aic.name = "t336"}) {
  %result = aic.cast %0 : (tensor<11xi8>) -> tensor<11xui8>
  return %result : tensor<11xui8>
}
func.func @"249 cast"(%0: tensor<11xui8> {aic.name = "t337"}) -> (tensor<11xui8> {aic.name = "t337"}) {
  %result = aic.cast %0 : (tensor<11xui8>) -> tensor<11xui8>
  return %result : tensor<11xui8>
}
func.func @"250 cast"(%0: tensor<11xi16> {aic.name = "t338"}) -> (tensor<11xui8> {aic.name = "t339"}) {
  %result = aic.cast %0 : (tensor<11xi16>) -> tensor<11xui8>
  return %result : tensor<11xui8>
}
func.func @"251 cast"(%0: tensor<11xi32> {aic.name = "t340"}) -> (tensor<11xui8> {aic.name = "t341"}) {
  %result = aic.cast %0 : (tensor<11xi32>) -> tensor<11xui8>
  return %result : tensor<11xui8>
}
func.func @"252 cast"(%0: tensor<11xi64> {aic.name = "t342"}) -> (tensor<11xui8> {aic.name = "t343"}) {
  %result = aic.cast %0 : (tensor<11xi64>) -> tensor<11xui8>
  return %result : tensor<11xui8>
}
func.func @"253 cast"(%0: tensor<11xi1> {aic.name = "t344"}) -> (tensor<11xui8> {aic.name = "t345"}) {
  %result = aic.cast %0 : (tensor<11xi1>) -> tensor<11xui8>
  return %result : tensor<11xui8>
}
func.func @"254 cast"(%0: tensor<9xf64> {aic.name = "t316"}) -> (tensor<9xi16> {aic.name = "t346"}) {
  %result = aic.cast %0 : (tensor<9xf64>) -> tensor<9xi16>
  return %result : tensor<9xi16>
}
func.func @"255 cast"(%0: tensor<9xf32> {aic.name = "t318"}) -> (tensor<9xi16> {aic.name = "t346"}) {
  %result = aic.cast %0 : (tensor<9xf32>) -> tensor<9xi16>
  return %result : tensor<9xi16>
}
func.func @"256 cast"(%0: tensor<9xf16> {aic.name = "t319"}) -> (tensor<9xi16> {aic.name = "t346"}) {
  %result = aic.cast %0 : (tensor<9xf16>) -> tensor<9xi16>
  return %result : tensor<9xi16>
}
func.func @"257 cast"(%0: tensor<11xi8> {aic.name = "t347"}) -> (tensor<11xi16> {aic.name = "t348"}) {
  %result = aic.cast %0 : (tensor<11xi8>) -> tensor<11xi16>
  return %result : tensor<11xi16>
}
func.func @"258 cast"(%0: tensor<11xui8> {aic.name = "t349"}) -> (tensor<11xi16> {aic.name = "t350"}) {
  %result = aic.cast %0 : (tensor<11xui8>) -> tensor<11xi16>
  return %result : tensor<11xi16>
}
func.func @"259 cast"(%0: tensor<11xi16> {aic.name = "t351"}) -> (tensor<11xi16> {aic.name = "t351"}) {
  %result = aic.cast %0 : (tensor<11xi16>) -> tensor<11xi16>
  return %result : tensor<11xi16>
}
func.func @"260 cast"(%0: tensor<11xi32> {aic.name = "t352"}) -> (tensor<11xi16> {aic.name = "t353"}) {
  %result = aic.cast %0 : (tensor<11xi32>) -> tensor<11xi16>
  return %result : tensor<11xi16>
}
func.func @"261 cast"(%0: tensor<11xi64> {aic.name = "t354"}) -> (tensor<11xi16> {aic.name = "t355"}) {
  %result = aic.cast %0 : (tensor<11xi64>) -> tensor<11xi16>
  return %result : tensor<11xi16>
}
func.func @"262 cast"(%0: tensor<11xi1> {aic.name = "t356"}) -> (tensor<11xi16> {aic.name = "t357"}) {
  %result = aic.cast %0 : (tensor<11xi1>) -> tensor<11xi16>
  return %result : tensor<11xi16>
}
func.func @"263 cast"(%0: tensor<9xf64> {aic.name = "t316"}) -> (tensor<9xi32> {aic.name = "t358"}) {
  %result = aic.cast %0 : (tensor<9xf64>) -> tensor<9xi32>
  return %result : tensor<9xi32>
}
func.func @"264 cast"(%0: tensor<9xf32> {aic.name = "t318"}) -> (tensor<9xi32> {aic.name = "t358"}) {
  %result = aic.cast %0 : (tensor<9xf32>) -> tensor<9xi32>
  return %result : tensor<9xi32>
}
func.func @"265 cast"(%0: tensor<9xf16> {aic.name = "t319"}) -> (tensor<9xi32> {aic.name = "t358"}) {
  %result = aic.cast %0 : (tensor<9xf16>) -> tensor<9xi32>
  return %result : tensor<9xi32>
}
func.func @"266 cast"(%0: tensor<11xi8> {aic.name = "t359"}) -> (tensor<11xi32> {aic.name = "t360"}) {
  %result = aic.cast %0 : (tensor<11xi8>) -> tensor<11xi32>
  return %result : tensor<11xi32>
}
func.func @"267 cast"(%0: tensor<11xui8> {aic.name = "t361"}) -> (tensor<11xi32> {aic.name = "t362"}) {
  %result = aic.cast %0 : (tensor<11xui8>) -> tensor<11xi32>
  return %result : tensor<11xi32>
}
func.func @"268 cast"(%0: tensor<11xi16> {aic.name = "t363"}) -> (tensor<11xi32> {aic.name = "t364"}) {
  %result = aic.cast %0 : (tensor<11xi16>) -> tensor<11xi32>
  return %result : tensor<11xi32>
}
func.func @"269 cast"(%0: tensor<11xi32> {aic.name = "t365"}) -> (tensor<11xi32> {aic.name = "t365"}) {
  %result = aic.cast %0 : (tensor<11xi32>) -> tensor<11xi32>
  return %result : tensor<11xi32>
}
func.func @"270 cast"(%0: tensor<11xi64> {aic.name = "t366"}) -> (tensor<11xi32> {aic.name = "t367"}) {
  %result = aic.cast %0 : (tensor<11xi64>) -> tensor<11xi32>
  return %result : tensor<11xi32>
}
func.func @"271 cast"(%0: tensor<11xi1> {aic.name = "t368"}) -> (tensor<11xi32> {aic.name = "t369"}) {
  %result = aic.cast %0 : (tensor<11xi1>) -> tensor<11xi32>
  return %result : tensor<11xi32>
}
func.func @"272 cast"(%0: tensor<9xf64> {aic.name = "t316"}) -> (tensor<9xi64> {aic.name = "t370"}) {
  %result = aic.cast %0 : (tensor<9xf64>) -> tensor<9xi64>
  return %result : tensor<9xi64>
}
func.func @"273 cast"(%0: tensor<9xf32> {aic.name = "t318"}) -> (tensor<9xi64> {aic.name = "t370"}) {
  %result = aic.cast %0 : (tensor<9xf32>) -> tensor<9xi64>
  return %result : tensor<9xi64>
}
func.func @"274 cast"(%0: tensor<9xf16> {aic.name = "t319"}) -> (tensor<9xi64> {aic.name = "t370"}) {
  %result = aic.cast %0 : (tensor<9xf16>) -> tensor<9xi64>
  return %result : tensor<9xi64>
}
func.func @"275 cast"(%0: tensor<11xi8> {aic.name = "t371"}) -> (tensor<11xi64> {aic.name = "t372"}) {
  %result = aic.cast %0 : (tensor<11xi8>) -> tensor<11xi64>
  return %result : tensor<11xi64>
}
func.func @"276 cast"(%0: tensor<11xui8> {aic.name = "t373"}) -> (tensor<11xi64> {aic.name = "t374"}) {
  %result = aic.cast %0 : (tensor<11xui8>) -> tensor<11xi64>
  return %result : tensor<11xi64>
}
func.func @"277 cast"(%0: tensor<11xi16> {aic.name = "t375"}) -> (tensor<11xi64> {aic.name = "t376"}) {
  %result = aic.cast %0 : (tensor<11xi16>) -> tensor<11xi64>
  return %result : tensor<11xi64>
}
func.func @"278 cast"(%0: tensor<11xi32> {aic.name = "t377"}) -> (tensor<11xi64> {aic.name = "t378"}) {
  %result = aic.cast %0 : (tensor<11xi32>) -> tensor<11xi64>
  return %result : tensor<11xi64>
}
func.func @"279 cast"(%0: tensor<11xi64> {aic.name = "t379"}) -> (tensor<11xi64> {aic.name = "t379"}) {
  %result = aic.cast %0 : (tensor<11xi64>) -> tensor<11xi64>
  return %result : tensor<11xi64>
}
func.func @"280 cast"(%0: tensor<11xi1> {aic.name = "t380"}) -> (tensor<11xi64> {aic.name = "t381"}) {
  %result = aic.cast %0 : (tensor<11xi1>) -> tensor<11xi64>
  return %result : tensor<11xi64>
}
func.func @"281 cast bf16"(%0: tensor<23xf64> {aic.name = "t268"}) -> (tensor<23xf64> {aic.name = "t382"}) {
  %b = aic.cast %0 : (tensor<23xf64>) -> tensor<23xbf16>
  %result = aic.cast %b : (tensor<23xbf16>) -> tensor<23xf64>
  return %result : tensor<23xf64>
}
func.func @"282 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4x5xf64> {aic.name = "t383"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"283 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4x5xf64> {aic.name = "t384"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0>} : (tensor<2x3x4x5xf64>) -> tensor<3x4x5xf64>
  return %result : tensor<3x4x5xf64>
}
func.func @"284 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x5xf64> {aic.name = "t385"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x5xf64>
  return %result : tensor<2x1x4x5xf64>
}
func.func @"285 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x5xf64> {aic.name = "t386"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"286 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4xf64> {aic.name = "t387"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"287 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<4x5xf64> {aic.name = "t388"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0, 1>} : (tensor<2x3x4x5xf64>) -> tensor<4x5xf64>
  return %result : tensor<4x5xf64>
}
func.func @"288 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x3x1x5xf64> {aic.name = "t389"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0, 2>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x3x1x5xf64>
  return %result : tensor<1x3x1x5xf64>
}
func.func @"289 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4xf64> {aic.name = "t390"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"290 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x5xf64> {aic.name = "t391"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x5xf64>
  return %result : tensor<2x5xf64>
}
func.func @"291 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x1xf64> {aic.name = "t392"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x1xf64>
  return %result : tensor<2x1x4x1xf64>
}
func.func @"292 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3xf64> {aic.name = "t393"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"293 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<5xf64> {aic.name = "t394"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0, 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"294 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x1x4x1xf64> {aic.name = "t395"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0, 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x1x4x1xf64>
  return %result : tensor<1x1x4x1xf64>
}
func.func @"295 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3xf64> {aic.name = "t396"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"296 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2xf64> {aic.name = "t397"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"297 sum"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<f64> {aic.name = "t398"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0, 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"298 sum"(%0: tensor<1x17x1xf64> {aic.name = "t399"}) -> (tensor<1x1x1xf64> {aic.name = "t400"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0, 1>, keepdim = true} : (tensor<1x17x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"299 sum"(%0: tensor<9xf64> {aic.name = "t401"}) -> (tensor<f64> {aic.name = "t402"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0>} : (tensor<9xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"300 sum"(%0: tensor<f64> {aic.name = "t403"}) -> (tensor<f64> {aic.name = "t403"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64>} : (tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"301 sum"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<6xf64> {aic.name = "t405"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 1>} : (tensor<6x3xf64>) -> tensor<6xf64>
  return %result : tensor<6xf64>
}
func.func @"302 sum"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<1x3xf64> {aic.name = "t406"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 0>, keepdim = true} : (tensor<6x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"303 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4x5xf64> {aic.name = "t383"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"304 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4x5xf64> {aic.name = "t407"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0>} : (tensor<2x3x4x5xf64>) -> tensor<3x4x5xf64>
  return %result : tensor<3x4x5xf64>
}
func.func @"305 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x5xf64> {aic.name = "t408"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x5xf64>
  return %result : tensor<2x1x4x5xf64>
}
func.func @"306 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x5xf64> {aic.name = "t409"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"307 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4xf64> {aic.name = "t410"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"308 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<4x5xf64> {aic.name = "t411"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0, 1>} : (tensor<2x3x4x5xf64>) -> tensor<4x5xf64>
  return %result : tensor<4x5xf64>
}
func.func @"309 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x3x1x5xf64> {aic.name = "t412"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0, 2>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x3x1x5xf64>
  return %result : tensor<1x3x1x5xf64>
}
func.func @"310 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4xf64> {aic.name = "t413"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"311 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x5xf64> {aic.name = "t414"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x5xf64>
  return %result : tensor<2x5xf64>
}
func.func @"312 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x1xf64> {aic.name = "t415"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x1xf64>
  return %result : tensor<2x1x4x1xf64>
}
func.func @"313 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3xf64> {aic.name = "t416"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"314 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<5xf64> {aic.name = "t417"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0, 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"315 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x1x4x1xf64> {aic.name = "t418"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0, 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x1x4x1xf64>
  return %result : tensor<1x1x4x1xf64>
}
func.func @"316 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3xf64> {aic.name = "t419"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"317 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2xf64> {aic.name = "t420"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"318 mean"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<f64> {aic.name = "t421"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0, 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"319 mean"(%0: tensor<1x17x1xf64> {aic.name = "t422"}) -> (tensor<1x1x1xf64> {aic.name = "t423"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0, 1>, keepdim = true} : (tensor<1x17x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"320 mean"(%0: tensor<9xf64> {aic.name = "t424"}) -> (tensor<f64> {aic.name = "t425"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0>} : (tensor<9xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"321 mean"(%0: tensor<f64> {aic.name = "t403"}) -> (tensor<f64> {aic.name = "t403"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64>} : (tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"322 mean"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<6xf64> {aic.name = "t405"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 1>} : (tensor<6x3xf64>) -> tensor<6xf64>
  return %result : tensor<6xf64>
}
func.func @"323 mean"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<1x3xf64> {aic.name = "t406"}) attributes {summed} {
  %result = aic.mean %0 {dims = array<i64: 0>, keepdim = true} : (tensor<6x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"324 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4x5xf64> {aic.name = "t383"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"325 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4x5xf64> {aic.name = "t426"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0>} : (tensor<2x3x4x5xf64>) -> tensor<3x4x5xf64>
  return %result : tensor<3x4x5xf64>
}
func.func @"326 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x5xf64> {aic.name = "t427"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x5xf64>
  return %result : tensor<2x1x4x5xf64>
}
func.func @"327 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x5xf64> {aic.name = "t428"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"328 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4xf64> {aic.name = "t429"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"329 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<4x5xf64> {aic.name = "t430"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0, 1>} : (tensor<2x3x4x5xf64>) -> tensor<4x5xf64>
  return %result : tensor<4x5xf64>
}
func.func @"330 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x3x1x5xf64> {aic.name = "t431"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0, 2>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x3x1x5xf64>
  return %result : tensor<1x3x1x5xf64>
}
func.func @"331 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4xf64> {aic.name = "t432"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"332 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x5xf64> {aic.name = "t433"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x5xf64>
  return %result : tensor<2x5xf64>
}
func.func @"333 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x1xf64> {aic.name = "t434"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x1xf64>
  return %result : tensor<2x1x4x1xf64>
}
func.func @"334 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3xf64> {aic.name = "t435"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"335 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<5xf64> {aic.name = "t436"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0, 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"336 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x1x4x1xf64> {aic.name = "t437"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0, 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x1x4x1xf64>
  return %result : tensor<1x1x4x1xf64>
}
func.func @"337 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3xf64> {aic.name = "t438"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"338 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2xf64> {aic.name = "t439"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"339 amax"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<f64> {aic.name = "t440"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0, 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"340 amax"(%0: tensor<1x17x1xf64> {aic.name = "t441"}) -> (tensor<1x1x1xf64> {aic.name = "t442"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0, 1>, keepdim = true} : (tensor<1x17x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"341 amax"(%0: tensor<9xf64> {aic.name = "t443"}) -> (tensor<f64> {aic.name = "t444"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0>} : (tensor<9xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"342 amax"(%0: tensor<f64> {aic.name = "t403"}) -> (tensor<f64> {aic.name = "t403"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64>} : (tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"343 amax"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<6xf64> {aic.name = "t445"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 1>} : (tensor<6x3xf64>) -> tensor<6xf64>
  return %result : tensor<6xf64>
}
func.func @"344 amax"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<1x3xf64> {aic.name = "t406"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 0>, keepdim = true} : (tensor<6x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"345 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4x5xf64> {aic.name = "t383"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"346 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4x5xf64> {aic.name = "t446"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0>} : (tensor<2x3x4x5xf64>) -> tensor<3x4x5xf64>
  return %result : tensor<3x4x5xf64>
}
func.func @"347 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x5xf64> {aic.name = "t447"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x5xf64>
  return %result : tensor<2x1x4x5xf64>
}
func.func @"348 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x5xf64> {aic.name = "t448"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"349 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4xf64> {aic.name = "t449"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"350 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<4x5xf64> {aic.name = "t450"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0, 1>} : (tensor<2x3x4x5xf64>) -> tensor<4x5xf64>
  return %result : tensor<4x5xf64>
}
func.func @"351 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x3x1x5xf64> {aic.name = "t451"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0, 2>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x3x1x5xf64>
  return %result : tensor<1x3x1x5xf64>
}
func.func @"352 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4xf64> {aic.name = "t452"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"353 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x5xf64> {aic.name = "t453"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x5xf64>
  return %result : tensor<2x5xf64>
}
func.func @"354 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x1xf64> {aic.name = "t454"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x1xf64>
  return %result : tensor<2x1x4x1xf64>
}
func.func @"355 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3xf64> {aic.name = "t455"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"356 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<5xf64> {aic.name = "t456"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0, 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"357 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x1x4x1xf64> {aic.name = "t457"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0, 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x1x4x1xf64>
  return %result : tensor<1x1x4x1xf64>
}
func.func @"358 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3xf64> {aic.name = "t458"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"359 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2xf64> {aic.name = "t459"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"360 amin"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<f64> {aic.name = "t460"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0, 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"361 amin"(%0: tensor<1x17x1xf64> {aic.name = "t461"}) -> (tensor<1x1x1xf64> {aic.name = "t462"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0, 1>, keepdim = true} : (tensor<1x17x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"362 amin"(%0: tensor<9xf64> {aic.name = "t463"}) -> (tensor<f64> {aic.name = "t464"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0>} : (tensor<9xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"363 amin"(%0: tensor<f64> {aic.name = "t403"}) -> (tensor<f64> {aic.name = "t403"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64>} : (tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"364 amin"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<6xf64> {aic.name = "t465"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 1>} : (tensor<6x3xf64>) -> tensor<6xf64>
  return %result : tensor<6xf64>
}
func.func @"365 amin"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<1x3xf64> {aic.name = "t406"}) attributes {summed} {
  %result = aic.amin %0 {dims = array<i64: 0>, keepdim = true} : (tensor<6x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"366 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4x5xf64> {aic.name = "t383"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"367 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4x5xf64> {aic.name = "t466"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0>} : (tensor<2x3x4x5xf64>) -> tensor<3x4x5xf64>
  return %result : tensor<3x4x5xf64>
}
func.func @"368 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x5xf64> {aic.name = "t467"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x5xf64>
  return %result : tensor<2x1x4x5xf64>
}
func.func @"369 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x5xf64> {aic.name = "t468"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"370 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3x4xf64> {aic.name = "t469"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"371 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<4x5xf64> {aic.name = "t470"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0, 1>} : (tensor<2x3x4x5xf64>) -> tensor<4x5xf64>
  return %result : tensor<4x5xf64>
}
func.func @"372 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x3x1x5xf64> {aic.name = "t471"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0, 2>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x3x1x5xf64>
  return %result : tensor<1x3x1x5xf64>
}
func.func @"373 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3x4xf64> {aic.name = "t472"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"374 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x5xf64> {aic.name = "t473"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<2x5xf64>
  return %result : tensor<2x5xf64>
}
func.func @"375 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x1x4x1xf64> {aic.name = "t474"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x1xf64>
  return %result : tensor<2x1x4x1xf64>
}
func.func @"376 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2x3xf64> {aic.name = "t475"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"377 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<5xf64> {aic.name = "t476"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0, 1, 2>} : (tensor<2x3x4x5xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"378 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<1x1x4x1xf64> {aic.name = "t477"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0, 1, 3>, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x1x4x1xf64>
  return %result : tensor<1x1x4x1xf64>
}
func.func @"379 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<3xf64> {aic.name = "t478"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"380 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<2xf64> {aic.name = "t479"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"381 prod"(%0: tensor<2x3x4x5xf64> {aic.name = "t383"}) -> (tensor<f64> {aic.name = "t480"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0, 1, 2, 3>} : (tensor<2x3x4x5xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"382 prod"(%0: tensor<1x17x1xf64> {aic.name = "t481"}) -> (tensor<1x1x1xf64> {aic.name = "t482"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0, 1>, keepdim = true} : (tensor<1x17x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"383 prod"(%0: tensor<9xf64> {aic.name = "t483"}) -> (tensor<f64> {aic.name = "t484"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0>} : (tensor<9xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"384 prod"(%0: tensor<f64> {aic.name = "t403"}) -> (tensor<f64> {aic.name = "t403"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64>} : (tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"385 prod"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<6xf64> {aic.name = "t485"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 1>} : (tensor<6x3xf64>) -> tensor<6xf64>
  return %result : tensor<6xf64>
}
func.func @"386 prod"(%0: tensor<6x3xf64> {aic.name = "t404"}) -> (tensor<1x3xf64> {aic.name = "t486"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 0>, keepdim = true} : (tensor<6x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"387 sum"(%0: tensor<3x4x2xi8> {aic.name = "t487"}) -> (tensor<4xi8> {aic.name = "t488"}) {
  %result = aic.sum %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi8>) -> tensor<4xi8>
  return %result : tensor<4xi8>
}
func.func @"388 sum"(%0: tensor<5xi8> {aic.name = "t489"}) -> (tensor<i8> {aic.name = "t490"}) {
  %result = aic.sum %0 {dims = array<i64: 0>} : (tensor<5xi8>) -> tensor<i8>
  return %result : tensor<i8>
}
func.func @"389 amax"(%0: tensor<3x4x2xi8> {aic.name = "t491"}) -> (tensor<4xi8> {aic.name = "t492"}) {
  %result = aic.amax %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi8>) -> tensor<4xi8>
  return %result : tensor<4xi8>
}
func.func @"390 amax"(%0: tensor<5xi8> {aic.name = "t493"}) -> (tensor<i8> {aic.name = "t494"}) {
  %result = aic.amax %0 {dims = array<i64: 0>} : (tensor<5xi8>) -> tensor<i8>
  return %result : tensor<i8>
}
func.func @"391 amin"(%0: tensor<3x4x2xi8> {aic.name = "t495"}) -> (tensor<4xi8> {aic.name = "t496"}) {
  %result = aic.amin %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi8>) -> tensor<4xi8>
  return %result : tensor<4xi8>
}
func.func @"392 amin"(%0: tensor<5xi8> {aic.name = "t497"}) -> (tensor<i8> {aic.name = "t498"}) {
  %result = aic.amin %0 {dims = array<i64: 0>} : (tensor<5xi8>) -> tensor<i8>
  return %result : tensor<i8>
}
func.func @"393 prod"(%0: tensor<3x4x2xi8> {aic.name = "t499"}) -> (tensor<4xi8> {aic.name = "t500"}) {
  %result = aic.prod %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi8>) -> tensor<4xi8>
  return %result : tensor<4xi8>
}
func.func @"394 prod"(%0: tensor<5xi8> {aic.name = "t501"}) -> (tensor<i8> {aic.name = "t502"}) {
  %result = aic.prod %0 {dims = array<i64: 0>} : (tensor<5xi8>) -> tensor<i8>
  return %result : tensor<i8>
}
func.func @"395 sum"(%0: tensor<3x4x2xui8> {aic.name = "t503"}) -> (tensor<4xui8> {aic.name = "t504"}) {
  %result = aic.sum %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xui8>) -> tensor<4xui8>
  return %result : tensor<4xui8>
}
func.func @"396 sum"(%0: tensor<5xui8> {aic.name = "t505"}) -> (tensor<ui8> {aic.name = "t506"}) {
  %result = aic.sum %0 {dims = array<i64: 0>} : (tensor<5xui8>) -> tensor<ui8>
  return %result : tensor<ui8>
}
func.func @"397 amax"(%0: tensor<3x4x2xui8> {aic.name = "t507"}) -> (tensor<4xui8> {aic.name = "t508"}) {
  %result = aic.amax %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xui8>) -> tensor<4xui8>
  return %result : tensor<4xui8>
}
func.func @"398 amax"(%0: tensor<5xui8> {aic.name = "t509"}) -> (tensor<ui8> {aic.name = "t510"}) {
  %result = aic.amax %0 {dims = array<i64: 0>} : (tensor<5xui8>) -> tensor<ui8>
  return %result : tensor<ui8>
}
func.func @"399 amin"(%0: tensor<3x4x2xui8> {aic.name = "t511"}) -> (tensor<4xui8> {aic.name = "t512"}) {
  %result = aic.amin %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xui8>) -> tensor<4xui8>
  return %result : tensor<4xui8>
}
func.func @"400 amin"(%0: tensor<5xui8> {aic.name = "t513"}) -> (tensor<ui8> {aic.name = "t514"}) {
  %result = aic.amin %0 {dims = array<i64: 0>} : (tensor<5xui8>) -> tensor<ui8>
  return %result : tensor<ui8>
}
func.func @"401 prod"(%0: tensor<3x4x2xui8> {aic.name = "t515"}) -> (tensor<4xui8> {aic.name = "t516"}) {
  %result = aic.prod %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xui8>) -> tensor<4xui8>
  return %result : tensor<4xui8>
}
func.func @"402 prod"(%0: tensor<5xui8> {aic.name = "t517"}) -> (tensor<ui8> {aic.name = "t518"}) {
  %result = aic.prod %0 {dims = array<i64: 0>} : (tensor<5xui8>) -> tensor<ui8>
  return %result : tensor<ui8>
}
func.func @"403 sum"(%0: tensor<3x4x2xi16> {aic.name = "t519"}) -> (tensor<4xi16> {aic.name = "t520"}) {
  %result = aic.sum %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi16>) -> tensor<4xi16>
  return %result : tensor<4xi16>
}
func.func @"404 sum"(%0: tensor<5xi16> {aic.name = "t521"}) -> (tensor<i16> {aic.name = "t522"}) {
  %result = aic.sum %0 {dims = array<i64: 0>} : (tensor<5xi16>) -> tensor<i16>
  return %result : tensor<i16>
}
func.func @"405 amax"(%0: tensor<3x4x2xi16> {aic.name = "t523"}) -> (tensor<4xi16> {aic.name = "t524"}) {
  %result = aic.amax %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi16>) -> tensor<4xi16>
  return %result : tensor<4xi16>
}
func.func @"406 amax"(%0: tensor<5xi16> {aic.name = "t525"}) -> (tensor<i16> {aic.name = "t526"}) {
  %result = aic.amax %0 {dims = array<i64: 0>} : (tensor<5xi16>) -> tensor<i16>
  return %result : tensor<i16>
}
func.func @"407 amin"(%0: tensor<3x4x2xi16> {aic.name = "t527"}) -> (tensor<4xi16> {aic.name = "t528"}) {
  %result = aic.amin %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi16>) -> tensor<4xi16>
  return %result : tensor<4xi16>
}
func.func @"408 amin"(%0: tensor<5xi16> {aic.name = "t529"}) -> (tensor<i16> {aic.name = "t530"}) {
  %result = aic.amin %0 {dims = array<i64: 0>} : (tensor<5xi16>) -> tensor<i16>
  return %result : tensor<i16>
}
func.func @"409 prod"(%0: tensor<3x4x2xi16> {aic.name = "t531"}) -> (tensor<4xi16> {aic.name = "t532"}) {
  %result = aic.prod %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi16>) -> tensor<4xi16>
  return %result : tensor<4xi16>
}
func.func @"410 prod"(%0: tensor<5xi16> {aic.name = "t533"}) -> (tensor<i16> {aic.name = "t534"}) {
  %result = aic.prod %0 {dims = array<i64: 0>} : (tensor<5xi16>) -> tensor<i16>
  return %result : tensor<i16>
}
func.func @"411 sum"(%0: tensor<3x4x2xi32> {aic.name = "t535"}) -> (tensor<4xi32> {aic.name = "t536"}) {
  %result = aic.sum %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi32>) -> tensor<4xi32>
  return %result : tensor<4xi32>
}
func.func @"412 sum"(%0: tensor<5xi32> {aic.name = "t537"}) -> (tensor<i32> {aic.name = "t538"}) {
  %result = aic.sum %0 {dims = array<i64: 0>} : (tensor<5xi32>) -> tensor<i32>
  return %result : tensor<i32>
}
func.func @"413 amax"(%0: tensor<3x4x2xi32> {aic.name = "t539"}) -> (tensor<4xi32> {aic.name = "t540"}) {
  %result = aic.amax %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi32>) -> tensor<4xi32>
  return %result : tensor<4xi32>
}
func.func @"414 amax"(%0: tensor<5xi32> {aic.name = "t541"}) -> (tensor<i32> {aic.name = "t542"}) {
  %result = aic.amax %0 {dims = array<i64: 0>} : (tensor<5xi32>) -> tensor<i32>
  return %result : tensor<i32>
}
func.func @"415 amin"(%0: tensor<3x4x2xi32> {aic.name = "t543"}) -> (tensor<4xi32> {aic.name = "t544"}) {
  %result = aic.amin %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi32>) -> tensor<4xi32>
  return %result : tensor<4xi32>
}
func.func @"416 amin"(%0: tensor<5xi32> {aic.name = "t545"}) -> (tensor<i32> {aic.name = "t546"}) {
  %result = aic.amin %0 {dims = array<i64: 0>} : (tensor<5xi32>) -> tensor<i32>
  return %result : tensor<i32>
}
func.func @"417 prod"(%0: tensor<3x4x2xi32> {aic.name = "t547"}) -> (tensor<4xi32> {aic.name = "t548"}) {
  %result = aic.prod %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi32>) -> tensor<4xi32>
  return %result : tensor<4xi32>
}
func.func @"418 prod"(%0: tensor<5xi32> {aic.name = "t549"}) -> (tensor<i32> {aic.name = "t550"}) {
  %result = aic.prod %0 {dims = array<i64: 0>} : (tensor<5xi32>) -> tensor<i32>
  return %result : tensor<i32>
}
func.func @"419 sum"(%0: tensor<3x4x2xi64> {aic.name = "t551"}) -> (tensor<4xi64> {aic.name = "t552"}) {
  %result = aic.sum %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi64>) -> tensor<4xi64>
  return %result : tensor<4xi64>
}
func.func @"420 sum"(%0: tensor<5xi64> {aic.name = "t553"}) -> (tensor<i64> {aic.name = "t554"}) {
  %result = aic.sum %0 {dims = array<i64: 0>} : (tensor<5xi64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"421 amax"(%0: tensor<3x4x2xi64> {aic.name = "t555"}) -> (tensor<4xi64> {aic.name = "t556"}) {
  %result = aic.amax %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi64>) -> tensor<4xi64>
  return %result : tensor<4xi64>
}
func.func @"422 amax"(%0: tensor<5xi64> {aic.name = "t557"}) -> (tensor<i64> {aic.name = "t558"}) {
  %result = aic.amax %0 {dims = array<i64: 0>} : (tensor<5xi64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"423 amin"(%0: tensor<3x4x2xi64> {aic.name = "t559"}) -> (tensor<4xi64> {aic.name = "t560"}) {
  %result = aic.amin %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi64>) -> tensor<4xi64>
  return %result : tensor<4xi64>
}
func.func @"424 amin"(%0: tensor<5xi64> {aic.name = "t561"}) -> (tensor<i64> {aic.name = "t562"}) {
  %result = aic.amin %0 {dims = array<i64: 0>} : (tensor<5xi64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"425 prod"(%0: tensor<3x4x2xi64> {aic.name = "t563"}) -> (tensor<4xi64> {aic.name = "t564"}) {
  %result = aic.prod %0 {dims = array<i64: 0, 2>} : (tensor<3x4x2xi64>) -> tensor<4xi64>
  return %result : tensor<4xi64>
}
func.func @"426 prod"(%0: tensor<5xi64> {aic.name = "t565"}) -> (tensor<i64> {aic.name = "t566"}) {
  %result = aic.prod %0 {dims = array<i64: 0>} : (tensor<5xi64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"427 sum"(%0: tensor<2x0x3xf64> {aic.name = "t567"}) -> (tensor<2x3xf64> {aic.name = "t568"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 1>} : (tensor<2x0x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"428 sum"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0xf64> {aic.name = "t264"}) attributes {summed} {
  %result = aic.sum %0 {dims = array<i64: 1>} : (tensor<0x3xf64>) -> tensor<0xf64>
  return %result : tensor<0xf64>
}
func.func @"429 sum"(%0: tensor<0xi32> {aic.name = "t569"}) -> (tensor<i32> {aic.name = "t570"}) {
  %result = aic.sum %0 {dims = array<i64: 0>} : (tensor<0xi32>) -> tensor<i32>
  return %result : tensor<i32>
}
func.func @"430 prod"(%0: tensor<2x0x3xf64> {aic.name = "t567"}) -> (tensor<2x3xf64> {aic.name = "t571"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 1>} : (tensor<2x0x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"431 prod"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0xf64> {aic.name = "t264"}) attributes {summed} {
  %result = aic.prod %0 {dims = array<i64: 1>} : (tensor<0x3xf64>) -> tensor<0xf64>
  return %result : tensor<0xf64>
}
func.func @"432 prod"(%0: tensor<0xi32> {aic.name = "t569"}) -> (tensor<i32> {aic.name = "t572"}) {
  %result = aic.prod %0 {dims = array<i64: 0>} : (tensor<0xi32>) -> tensor<i32>
  return %result : tensor<i32>
}
func.func @"433 amax"(%0: tensor<2x0x3xf64> {aic.name = "t567"}) -> (tensor<2x0xf64> {aic.name = "t122"}) attributes {summed} {
  %result = aic.amax %0 {dims = array<i64: 2>} : (tensor<2x0x3xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"434 softmax"(%0: tensor<7xf64> {aic.name = "t573"}) -> (tensor<7xf64> {aic.name = "t574"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"435 log_softmax"(%0: tensor<7xf64> {aic.name = "t573"}) -> (tensor<7xf64> {aic.name = "t575"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"436 softmax"(%0: tensor<3x5xf64> {aic.name = "t576"}) -> (tensor<3x5xf64> {aic.name = "t577"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"437 log_softmax"(%0: tensor<3x5xf64> {aic.name = "t576"}) -> (tensor<3x5xf64> {aic.name = "t578"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"438 softmax"(%0: tensor<3x5xf64> {aic.name = "t576"}) -> (tensor<3x5xf64> {aic.name = "t579"}) {
  %result = aic.softmax %0 {dim = 1} : (tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"439 log_softmax"(%0: tensor<3x5xf64> {aic.name = "t576"}) -> (tensor<3x5xf64> {aic.name = "t580"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 1} : (tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"440 softmax"(%0: tensor<2x3x4xf64> {aic.name = "t581"}) -> (tensor<2x3x4xf64> {aic.name = "t582"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"441 log_softmax"(%0: tensor<2x3x4xf64> {aic.name = "t581"}) -> (tensor<2x3x4xf64> {aic.name = "t583"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"442 softmax"(%0: tensor<2x3x4xf64> {aic.name = "t581"}) -> (tensor<2x3x4xf64> {aic.name = "t584"}) {
  %result = aic.softmax %0 {dim = 1} : (tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"443 log_softmax"(%0: tensor<2x3x4xf64> {aic.name = "t581"}) -> (tensor<2x3x4xf64> {aic.name = "t585"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 1} : (tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"444 softmax"(%0: tensor<2x3x4xf64> {aic.name = "t581"}) -> (tensor<2x3x4xf64> {aic.name = "t586"}) {
  %result = aic.softmax %0 {dim = 2} : (tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"445 log_softmax"(%0: tensor<2x3x4xf64> {aic.name = "t581"}) -> (tensor<2x3x4xf64> {aic.name = "t587"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 2} : (tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"446 softmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t588"}) -> (tensor<2x3x4x5xf64> {aic.name = "t589"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"447 log_softmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t588"}) -> (tensor<2x3x4x5xf64> {aic.name = "t590"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"448 softmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t588"}) -> (tensor<2x3x4x5xf64> {aic.name = "t591"}) {
  %result = aic.softmax %0 {dim = 1} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"449 log_softmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t588"}) -> (tensor<2x3x4x5xf64> {aic.name = "t592"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 1} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"450 softmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t588"}) -> (tensor<2x3x4x5xf64> {aic.name = "t593"}) {
  %result = aic.softmax %0 {dim = 2} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"451 log_softmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t588"}) -> (tensor<2x3x4x5xf64> {aic.name = "t594"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 2} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"452 softmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t588"}) -> (tensor<2x3x4x5xf64> {aic.name = "t595"}) {
  %result = aic.softmax %0 {dim = 3} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"453 log_softmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t588"}) -> (tensor<2x3x4x5xf64> {aic.name = "t596"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 3} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"454 softmax"(%0: tensor<4x1x3xf64> {aic.name = "t597"}) -> (tensor<4x1x3xf64> {aic.name = "t598"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<4x1x3xf64>) -> tensor<4x1x3xf64>
  return %result : tensor<4x1x3xf64>
}
func.func @"455 log_softmax"(%0: tensor<4x1x3xf64> {aic.name = "t597"}) -> (tensor<4x1x3xf64> {aic.name = "t599"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<4x1x3xf64>) -> tensor<4x1x3xf64>
  return %result : tensor<4x1x3xf64>
}
func.func @"456 softmax"(%0: tensor<4x1x3xf64> {aic.name = "t597"}) -> (tensor<4x1x3xf64> {aic.name = "t600"}) {
  %result = aic.softmax %0 {dim = 1} : (tensor<4x1x3xf64>) -> tensor<4x1x3xf64>
  return %result : tensor<4x1x3xf64>
}
func.func @"457 log_softmax"(%0: tensor<4x1x3xf64> {aic.name = "t597"}) -> (tensor<4x1x3xf64> {aic.name = "t601"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 1} : (tensor<4x1x3xf64>) -> tensor<4x1x3xf64>
  return %result : tensor<4x1x3xf64>
}
func.func @"458 softmax"(%0: tensor<4x1x3xf64> {aic.name = "t597"}) -> (tensor<4x1x3xf64> {aic.name = "t602"}) {
  %result = aic.softmax %0 {dim = 2} : (tensor<4x1x3xf64>) -> tensor<4x1x3xf64>
  return %result : tensor<4x1x3xf64>
}
func.func @"459 log_softmax"(%0: tensor<4x1x3xf64> {aic.name = "t597"}) -> (tensor<4x1x3xf64> {aic.name = "t603"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 2} : (tensor<4x1x3xf64>) -> tensor<4x1x3xf64>
  return %result : tensor<4x1x3xf64>
}
func.func @"460 softmax"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<0x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"461 log_softmax"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x3xf64> {aic.name = "t21"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<0x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"462 softmax"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.softmax %0 {dim = 1} : (tensor<0x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"463 log_softmax"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x3xf64> {aic.name = "t21"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 1} : (tensor<0x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"464 softmax"(%0: tensor<1xf64> {aic.name = "t604"}) -> (tensor<1xf64> {aic.name = "t605"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<1xf64>) -> tensor<1xf64>
  return %result : tensor<1xf64>
}
func.func @"465 log_softmax"(%0: tensor<1xf64> {aic.name = "t604"}) -> (tensor<1xf64> {aic.name = "t606"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<1xf64>) -> tensor<1xf64>
  return %result : tensor<1xf64>
}
func.func @"466 softmax"(%0: tensor<6x3xf64> {aic.name = "t607"}) -> (tensor<6x3xf64> {aic.name = "t608"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<6x3xf64>) -> tensor<6x3xf64>
  return %result : tensor<6x3xf64>
}
func.func @"467 log_softmax"(%0: tensor<6x3xf64> {aic.name = "t607"}) -> (tensor<6x3xf64> {aic.name = "t609"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<6x3xf64>) -> tensor<6x3xf64>
  return %result : tensor<6x3xf64>
}
func.func @"468 softmax"(%0: tensor<6x3xf64> {aic.name = "t607"}) -> (tensor<6x3xf64> {aic.name = "t610"}) {
  %result = aic.softmax %0 {dim = 1} : (tensor<6x3xf64>) -> tensor<6x3xf64>
  return %result : tensor<6x3xf64>
}
func.func @"469 log_softmax"(%0: tensor<6x3xf64> {aic.name = "t607"}) -> (tensor<6x3xf64> {aic.name = "t611"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 1} : (tensor<6x3xf64>) -> tensor<6x3xf64>
  return %result : tensor<6x3xf64>
}
func.func @"470 softmax"(%0: tensor<1x3xf64> {aic.name = "t612"}) -> (tensor<1x3xf64> {aic.name = "t613"}) {
  %result = aic.softmax %0 {dim = 0} : (tensor<1x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"471 log_softmax"(%0: tensor<1x3xf64> {aic.name = "t612"}) -> (tensor<1x3xf64> {aic.name = "t614"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 0} : (tensor<1x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"472 softmax"(%0: tensor<1x3xf64> {aic.name = "t612"}) -> (tensor<1x3xf64> {aic.name = "t615"}) {
  %result = aic.softmax %0 {dim = 1} : (tensor<1x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"473 log_softmax"(%0: tensor<1x3xf64> {aic.name = "t612"}) -> (tensor<1x3xf64> {aic.name = "t616"}) attributes {summed} {
  %result = aic.log_softmax %0 {dim = 1} : (tensor<1x3xf64>) -> tensor<1x3xf64>
  return %result : tensor<1x3xf64>
}
func.func @"474 batch_norm"(%0: tensor<3x4xf64> {aic.name = "t617"}, %1: tensor<4xf64> {aic.name = "t618"}, %2: tensor<4xf64> {aic.name = "t619"}, %3: tensor<4xf64> {aic.name = "t620"}, %4: tensor<4xf64> {aic.name = "t621"}) -> (tensor<3x4xf64> {aic.name = "t622"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 bias %4 : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"475 batch_norm"(%0: tensor<3x4xf64> {aic.name = "t617"}, %1: tensor<4xf64> {aic.name = "t618"}, %2: tensor<4xf64> {aic.name = "t619"}) -> (tensor<3x4xf64> {aic.name = "t623"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"476 batch_norm"(%0: tensor<3x4xf64> {aic.name = "t617"}, %1: tensor<4xf64> {aic.name = "t618"}, %2: tensor<4xf64> {aic.name = "t619"}, %3: tensor<4xf64> {aic.name = "t624"}) -> (tensor<3x4xf64> {aic.name = "t625"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 {eps = 0.25} : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"477 batch_norm"(%0: tensor<3x4xf64> {aic.name = "t617"}, %1: tensor<4xf64> {aic.name = "t618"}, %2: tensor<4xf64> {aic.name = "t619"}, %3: tensor<4xf64> {aic.name = "t626"}) -> (tensor<3x4xf64> {aic.name = "t627"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 bias %3 {eps = 0.001} : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"478 batch_norm"(%0: tensor<2x5x3xf64> {aic.name = "t628"}, %1: tensor<5xf64> {aic.name = "t629"}, %2: tensor<5xf64> {aic.name = "t630"}, %3: tensor<5xf64> {aic.name = "t631"}, %4: tensor<5xf64> {aic.name = "t632"}) -> (tensor<2x5x3xf64> {aic.name = "t633"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 bias %4 : (tensor<2x5x3xf64>, tensor<5xf64>, tensor<5xf64>, tensor<5xf64>, tensor<5xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"479 batch_norm"(%0: tensor<2x5x3xf64> {aic.name = "t628"}, %1: tensor<5xf64> {aic.name = "t629"}, %2: tensor<5xf64> {aic.name = "t630"}) -> (tensor<2x5x3xf64> {aic.name = "t634"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 : (tensor<2x5x3xf64>, tensor<5xf64>, tensor<5xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"480 batch_norm"(%0: tensor<2x5x3xf64> {aic.name = "t628"}, %1: tensor<5xf64> {aic.name = "t629"}, %2: tensor<5xf64> {aic.name = "t630"}, %3: tensor<5xf64> {aic.name = "t635"}) -> (tensor<2x5x3xf64> {aic.name = "t636"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 {eps = 0.25} : (tensor<2x5x3xf64>, tensor<5xf64>, tensor<5xf64>, tensor<5xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"481 batch_norm"(%0: tensor<2x5x3xf64> {aic.name = "t628"}, %1: tensor<5xf64> {aic.name = "t629"}, %2: tensor<5xf64> {aic.name = "t630"}, %3: tensor<5xf64> {aic.name = "t637"}) -> (tensor<2x5x3xf64> {aic.name = "t638"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 bias %3 {eps = 0.001} : (tensor<2x5x3xf64>, tensor<5xf64>, tensor<5xf64>, tensor<5xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"482 batch_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t639"}, %1: tensor<3xf64> {aic.name = "t640"}, %2: tensor<3xf64> {aic.name = "t641"}, %3: tensor<3xf64> {aic.name = "t642"}, %4: tensor<3xf64> {aic.name = "t643"}) -> (tensor<2x3x4x5xf64> {aic.name = "t644"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 bias %4 : (tensor<2x3x4x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"483 batch_norm"(%0: tensor<2x4x5x3xf64> {aic.name = "t645"}, %1: tensor<3xf64> {aic.name = "t640"}, %2: tensor<3xf64> {aic.name = "t641"}, %3: tensor<3xf64> {aic.name = "t642"}, %4: tensor<3xf64> {aic.name = "t643"}) -> (tensor<2x4x5x3xf64> {aic.name = "t646"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 bias %4 {layout = #aic.layout<nhwc>} : (tensor<2x4x5x3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<2x4x5x3xf64>
  return %result : tensor<2x4x5x3xf64>
}
func.func @"484 batch_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t639"}, %1: tensor<3xf64> {aic.name = "t640"}, %2: tensor<3xf64> {aic.name = "t641"}) -> (tensor<2x3x4x5xf64> {aic.name = "t647"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 : (tensor<2x3x4x5xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"485 batch_norm"(%0: tensor<2x4x5x3xf64> {aic.name = "t645"}, %1: tensor<3xf64> {aic.name = "t640"}, %2: tensor<3xf64> {aic.name = "t641"}) -> (tensor<2x4x5x3xf64> {aic.name = "t648"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 {layout = #aic.layout<nhwc>} : (tensor<2x4x5x3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<2x4x5x3xf64>
  return %result : tensor<2x4x5x3xf64>
}
func.func @"486 batch_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t639"}, %1: tensor<3xf64> {aic.name = "t640"}, %2: tensor<3xf64> {aic.name = "t641"}, %3: tensor<3xf64> {aic.name = "t649"}) -> (tensor<2x3x4x5xf64> {aic.name = "t650"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 {eps = 0.25} : (tensor<2x3x4x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"487 batch_norm"(%0: tensor<2x4x5x3xf64> {aic.name = "t645"}, %1: tensor<3xf64> {aic.name = "t640"}, %2: tensor<3xf64> {aic.name = "t641"}, %3: tensor<3xf64> {aic.name = "t649"}) -> (tensor<2x4x5x3xf64> {aic.name = "t651"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 {layout = #aic.layout<nhwc>, eps = 0.25} : (tensor<2x4x5x3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<2x4x5x3xf64>
  return %result : tensor<2x4x5x3xf64>
}
func.func @"488 batch_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t639"}, %1: tensor<3xf64> {aic.name = "t640"}, %2: tensor<3xf64> {aic.name = "t641"}, %3: tensor<3xf64> {aic.name = "t652"}) -> (tensor<2x3x4x5xf64> {aic.name = "t653"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 bias %3 {eps = 0.001} : (tensor<2x3x4x5xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"489 batch_norm"(%0: tensor<2x4x5x3xf64> {aic.name = "t645"}, %1: tensor<3xf64> {aic.name = "t640"}, %2: tensor<3xf64> {aic.name = "t641"}, %3: tensor<3xf64> {aic.name = "t652"}) -> (tensor<2x4x5x3xf64> {aic.name = "t654"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 bias %3 {layout = #aic.layout<nhwc>, eps = 0.001} : (tensor<2x4x5x3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> tensor<2x4x5x3xf64>
  return %result : tensor<2x4x5x3xf64>
}
func.func @"490 batch_norm"(%0: tensor<1x2x3x2x2xf64> {aic.name = "t655"}, %1: tensor<2xf64> {aic.name = "t656"}, %2: tensor<2xf64> {aic.name = "t657"}, %3: tensor<2xf64> {aic.name = "t658"}, %4: tensor<2xf64> {aic.name = "t659"}) -> (tensor<1x2x3x2x2xf64> {aic.name = "t660"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 bias %4 : (tensor<1x2x3x2x2xf64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> tensor<1x2x3x2x2xf64>
  return %result : tensor<1x2x3x2x2xf64>
}
func.func @"491 batch_norm"(%0: tensor<1x2x3x2x2xf64> {aic.name = "t655"}, %1: tensor<2xf64> {aic.name = "t656"}, %2: tensor<2xf64> {aic.name = "t657"}) -> (tensor<1x2x3x2x2xf64> {aic.name = "t661"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 : (tensor<1x2x3x2x2xf64>, tensor<2xf64>, tensor<2xf64>) -> tensor<1x2x3x2x2xf64>
  return %result : tensor<1x2x3x2x2xf64>
}
func.func @"492 batch_norm"(%0: tensor<1x2x3x2x2xf64> {aic.name = "t655"}, %1: tensor<2xf64> {aic.name = "t656"}, %2: tensor<2xf64> {aic.name = "t657"}, %3: tensor<2xf64> {aic.name = "t662"}) -> (tensor<1x2x3x2x2xf64> {aic.name = "t663"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 {eps = 0.25} : (tensor<1x2x3x2x2xf64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> tensor<1x2x3x2x2xf64>
  return %result : tensor<1x2x3x2x2xf64>
}
func.func @"493 batch_norm"(%0: tensor<1x2x3x2x2xf64> {aic.name = "t655"}, %1: tensor<2xf64> {aic.name = "t656"}, %2: tensor<2xf64> {aic.name = "t657"}, %3: tensor<2xf64> {aic.name = "t664"}) -> (tensor<1x2x3x2x2xf64> {aic.name = "t665"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 bias %3 {eps = 0.001} : (tensor<1x2x3x2x2xf64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> tensor<1x2x3x2x2xf64>
  return %result : tensor<1x2x3x2x2xf64>
}
func.func @"494 batch_norm"(%0: tensor<1x7x1x1xf64> {aic.name = "t666"}, %1: tensor<7xf64> {aic.name = "t667"}, %2: tensor<7xf64> {aic.name = "t668"}, %3: tensor<7xf64> {aic.name = "t669"}, %4: tensor<7xf64> {aic.name = "t670"}) -> (tensor<1x7x1x1xf64> {aic.name = "t671"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 bias %4 : (tensor<1x7x1x1xf64>, tensor<7xf64>, tensor<7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x7x1x1xf64>
  return %result : tensor<1x7x1x1xf64>
}
func.func @"495 batch_norm"(%0: tensor<1x1x1x7xf64> {aic.name = "t672"}, %1: tensor<7xf64> {aic.name = "t667"}, %2: tensor<7xf64> {aic.name = "t668"}, %3: tensor<7xf64> {aic.name = "t669"}, %4: tensor<7xf64> {aic.name = "t670"}) -> (tensor<1x1x1x7xf64> {aic.name = "t673"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 bias %4 {layout = #aic.layout<nhwc>} : (tensor<1x1x1x7xf64>, tensor<7xf64>, tensor<7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x1x1x7xf64>
  return %result : tensor<1x1x1x7xf64>
}
func.func @"496 batch_norm"(%0: tensor<1x7x1x1xf64> {aic.name = "t666"}, %1: tensor<7xf64> {aic.name = "t667"}, %2: tensor<7xf64> {aic.name = "t668"}) -> (tensor<1x7x1x1xf64> {aic.name = "t674"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 : (tensor<1x7x1x1xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x7x1x1xf64>
  return %result : tensor<1x7x1x1xf64>
}
func.func @"497 batch_norm"(%0: tensor<1x1x1x7xf64> {aic.name = "t672"}, %1: tensor<7xf64> {aic.name = "t667"}, %2: tensor<7xf64> {aic.name = "t668"}) -> (tensor<1x1x1x7xf64> {aic.name = "t675"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 {layout = #aic.layout<nhwc>} : (tensor<1x1x1x7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x1x1x7xf64>
  return %result : tensor<1x1x1x7xf64>
}
func.func @"498 batch_norm"(%0: tensor<1x7x1x1xf64> {aic.name = "t666"}, %1: tensor<7xf64> {aic.name = "t667"}, %2: tensor<7xf64> {aic.name = "t668"}, %3: tensor<7xf64> {aic.name = "t676"}) -> (tensor<1x7x1x1xf64> {aic.name = "t677"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 {eps = 0.25} : (tensor<1x7x1x1xf64>, tensor<7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x7x1x1xf64>
  return %result : tensor<1x7x1x1xf64>
}
func.func @"499 batch_norm"(%0: tensor<1x1x1x7xf64> {aic.name = "t672"}, %1: tensor<7xf64> {aic.name = "t667"}, %2: tensor<7xf64> {aic.name = "t668"}, %3: tensor<7xf64> {aic.name = "t676"}) -> (tensor<1x1x1x7xf64> {aic.name = "t678"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 weight %3 {layout = #aic.layout<nhwc>, eps = 0.25} : (tensor<1x1x1x7xf64>, tensor<7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x1x1x7xf64>
  return %result : tensor<1x1x1x7xf64>
}
func.func @"500 batch_norm"(%0: tensor<1x7x1x1xf64> {aic.name = "t666"}, %1: tensor<7xf64> {aic.name = "t667"}, %2: tensor<7xf64> {aic.name = "t668"}, %3: tensor<7xf64> {aic.name = "t679"}) -> (tensor<1x7x1x1xf64> {aic.name = "t680"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 bias %3 {eps = 0.001} : (tensor<1x7x1x1xf64>, tensor<7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x7x1x1xf64>
  return %result : tensor<1x7x1x1xf64>
}
func.func @"501 batch_norm"(%0: tensor<1x1x1x7xf64> {aic.name = "t672"}, %1: tensor<7xf64> {aic.name = "t667"}, %2: tensor<7xf64> {aic.name = "t668"}, %3: tensor<7xf64> {aic.name = "t679"}) -> (tensor<1x1x1x7xf64> {aic.name = "t681"}) attributes {summed} {
  %result = aic.batch_norm %0, %1, %2 bias %3 {layout = #aic.layout<nhwc>, eps = 0.001} : (tensor<1x1x1x7xf64>, tensor<7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x1x1x7xf64>
  return %result : tensor<1x1x1x7xf64>
}
func.func @"502 conv2d"(%0: tensor<1x3x7x7xf64> {aic.name = "t682"}, %1: tensor<4x3x3x3xf64> {aic.name = "t683"}, %2: tensor<4xf64> {aic.name = "t684"}) -> (tensor<1x4x7x7xf64> {aic.name = "t685"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {padding = array<i64: 1, 1, 1, 1>} : (tensor<1x3x7x7xf64>, tensor<4x3x3x3xf64>, tensor<4xf64>) -> tensor<1x4x7x7xf64>
  return %result : tensor<1x4x7x7xf64>
}
func.func @"503 conv2d"(%0: tensor<1x7x7x3xf64> {aic.name = "t686"}, %1: tensor<4x3x3x3xf64> {aic.name = "t683"}, %2: tensor<4xf64> {aic.name = "t684"}) -> (tensor<1x7x7x4xf64> {aic.name = "t687"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x7x3xf64>, tensor<4x3x3x3xf64>, tensor<4xf64>) -> tensor<1x7x7x4xf64>
  return %result : tensor<1x7x7x4xf64>
}
func.func @"504 conv2d"(%0: tensor<2x5x6x5xf64> {aic.name = "t688"}, %1: tensor<7x5x1x1xf64> {aic.name = "t689"}) -> (tensor<2x7x6x5xf64> {aic.name = "t690"}) attributes {summed} {
  %result = aic.conv2d %0, %1 : (tensor<2x5x6x5xf64>, tensor<7x5x1x1xf64>) -> tensor<2x7x6x5xf64>
  return %result : tensor<2x7x6x5xf64>
}
func.func @"505 conv2d"(%0: tensor<2x6x5x5xf64> {aic.name = "t691"}, %1: tensor<7x5x1x1xf64> {aic.name = "t689"}) -> (tensor<2x6x5x7xf64> {aic.name = "t692"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {layout = #aic.layout<nhwc>} : (tensor<2x6x5x5xf64>, tensor<7x5x1x1xf64>) -> tensor<2x6x5x7xf64>
  return %result : tensor<2x6x5x7xf64>
}
func.func @"506 conv2d"(%0: tensor<1x3x17x15xf64> {aic.name = "t693"}, %1: tensor<2x3x7x7xf64> {aic.name = "t694"}, %2: tensor<2xf64> {aic.name = "t695"}) -> (tensor<1x2x9x8xf64> {aic.name = "t696"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 2>, padding = array<i64: 3, 3, 3, 3>} : (tensor<1x3x17x15xf64>, tensor<2x3x7x7xf64>, tensor<2xf64>) -> tensor<1x2x9x8xf64>
  return %result : tensor<1x2x9x8xf64>
}
func.func @"507 conv2d"(%0: tensor<1x17x15x3xf64> {aic.name = "t697"}, %1: tensor<2x3x7x7xf64> {aic.name = "t694"}, %2: tensor<2xf64> {aic.name = "t695"}) -> (tensor<1x9x8x2xf64> {aic.name = "t698"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 2>, padding = array<i64: 3, 3, 3, 3>, layout = #aic.layout<nhwc>} : (tensor<1x17x15x3xf64>, tensor<2x3x7x7xf64>, tensor<2xf64>) -> tensor<1x9x8x2xf64>
  return %result : tensor<1x9x8x2xf64>
}
func.func @"508 conv2d"(%0: tensor<1x6x9x8xf64> {aic.name = "t699"}, %1: tensor<6x1x3x3xf64> {aic.name = "t700"}, %2: tensor<6xf64> {aic.name = "t701"}) -> (tensor<1x6x9x8xf64> {aic.name = "t702"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {padding = array<i64: 1, 1, 1, 1>, groups = 6} : (tensor<1x6x9x8xf64>, tensor<6x1x3x3xf64>, tensor<6xf64>) -> tensor<1x6x9x8xf64>
  return %result : tensor<1x6x9x8xf64>
}
func.func @"509 conv2d"(%0: tensor<1x9x8x6xf64> {aic.name = "t703"}, %1: tensor<6x1x3x3xf64> {aic.name = "t700"}, %2: tensor<6xf64> {aic.name = "t701"}) -> (tensor<1x9x8x6xf64> {aic.name = "t704"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {padding = array<i64: 1, 1, 1, 1>, groups = 6, layout = #aic.layout<nhwc>} : (tensor<1x9x8x6xf64>, tensor<6x1x3x3xf64>, tensor<6xf64>) -> tensor<1x9x8x6xf64>
  return %result : tensor<1x9x8x6xf64>
}
func.func @"510 conv2d"(%0: tensor<1x4x9x8xf64> {aic.name = "t705"}, %1: tensor<12x1x3x3xf64> {aic.name = "t706"}) -> (tensor<1x12x5x4xf64> {aic.name = "t707"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, groups = 4} : (tensor<1x4x9x8xf64>, tensor<12x1x3x3xf64>) -> tensor<1x12x5x4xf64>
  return %result : tensor<1x12x5x4xf64>
}
func.func @"511 conv2d"(%0: tensor<1x9x8x4xf64> {aic.name = "t708"}, %1: tensor<12x1x3x3xf64> {aic.name = "t706"}) -> (tensor<1x5x4x12xf64> {aic.name = "t709"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, groups = 4, layout = #aic.layout<nhwc>} : (tensor<1x9x8x4xf64>, tensor<12x1x3x3xf64>) -> tensor<1x5x4x12xf64>
  return %result : tensor<1x5x4x12xf64>
}
func.func @"512 conv2d"(%0: tensor<2x4x9x8xf64> {aic.name = "t710"}, %1: tensor<6x2x3x2xf64> {aic.name = "t711"}, %2: tensor<6xf64> {aic.name = "t712"}) -> (tensor<2x6x4x4xf64> {aic.name = "t713"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 3>, padding = array<i64: 0, 1, 2, 3>, dilation = array<i64: 2, 1>, groups = 2} : (tensor<2x4x9x8xf64>, tensor<6x2x3x2xf64>, tensor<6xf64>) -> tensor<2x6x4x4xf64>
  return %result : tensor<2x6x4x4xf64>
}
func.func @"513 conv2d"(%0: tensor<2x9x8x4xf64> {aic.name = "t714"}, %1: tensor<6x2x3x2xf64> {aic.name = "t711"}, %2: tensor<6xf64> {aic.name = "t712"}) -> (tensor<2x4x4x6xf64> {aic.name = "t715"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 3>, padding = array<i64: 0, 1, 2, 3>, dilation = array<i64: 2, 1>, groups = 2, layout = #aic.layout<nhwc>} : (tensor<2x9x8x4xf64>, tensor<6x2x3x2xf64>, tensor<6xf64>) -> tensor<2x4x4x6xf64>
  return %result : tensor<2x4x4x6xf64>
}
func.func @"514 conv2d"(%0: tensor<1x2x4x4xf64> {aic.name = "t716"}, %1: tensor<3x2x4x4xf64> {aic.name = "t717"}, %2: tensor<3xf64> {aic.name = "t718"}) -> (tensor<1x3x1x1xf64> {aic.name = "t719"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 : (tensor<1x2x4x4xf64>, tensor<3x2x4x4xf64>, tensor<3xf64>) -> tensor<1x3x1x1xf64>
  return %result : tensor<1x3x1x1xf64>
}
func.func @"515 conv2d"(%0: tensor<1x4x4x2xf64> {aic.name = "t720"}, %1: tensor<3x2x4x4xf64> {aic.name = "t717"}, %2: tensor<3xf64> {aic.name = "t718"}) -> (tensor<1x1x1x3xf64> {aic.name = "t721"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {layout = #aic.layout<nhwc>} : (tensor<1x4x4x2xf64>, tensor<3x2x4x4xf64>, tensor<3xf64>) -> tensor<1x1x1x3xf64>
  return %result : tensor<1x1x1x3xf64>
}
func.func @"516 conv2d"(%0: tensor<1x1x1x1xf64> {aic.name = "t722"}, %1: tensor<1x1x1x1xf64> {aic.name = "t723"}, %2: tensor<1xf64> {aic.name = "t724"}) -> (tensor<1x1x1x1xf64> {aic.name = "t725"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 : (tensor<1x1x1x1xf64>, tensor<1x1x1x1xf64>, tensor<1xf64>) -> tensor<1x1x1x1xf64>
  return %result : tensor<1x1x1x1xf64>
}
func.func @"517 conv2d"(%0: tensor<1x1x1x1xf64> {aic.name = "t722"}, %1: tensor<1x1x1x1xf64> {aic.name = "t723"}, %2: tensor<1xf64> {aic.name = "t724"}) -> (tensor<1x1x1x1xf64> {aic.name = "t725"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {layout = #aic.layout<nhwc>} : (tensor<1x1x1x1xf64>, tensor<1x1x1x1xf64>, tensor<1xf64>) -> tensor<1x1x1x1xf64>
  return %result : tensor<1x1x1x1xf64>
}
func.func @"518 conv2d"(%0: tensor<1x2x3x3xf64> {aic.name = "t726"}, %1: tensor<2x2x3x3xf64> {aic.name = "t727"}) -> (tensor<1x2x12x12xf64> {aic.name = "t728"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {padding = array<i64: 5, 4, 6, 7>} : (tensor<1x2x3x3xf64>, tensor<2x2x3x3xf64>) -> tensor<1x2x12x12xf64>
  return %result : tensor<1x2x12x12xf64>
}
func.func @"519 conv2d"(%0: tensor<1x3x3x2xf64> {aic.name = "t729"}, %1: tensor<2x2x3x3xf64> {aic.name = "t727"}) -> (tensor<1x12x12x2xf64> {aic.name = "t730"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {padding = array<i64: 5, 4, 6, 7>, layout = #aic.layout<nhwc>} : (tensor<1x3x3x2xf64>, tensor<2x2x3x3xf64>) -> tensor<1x12x12x2xf64>
  return %result : tensor<1x12x12x2xf64>
}
func.func @"520 conv2d"(%0: tensor<1x2x9x11xf64> {aic.name = "t731"}, %1: tensor<2x2x3x3xf64> {aic.name = "t732"}) -> (tensor<1x2x9x9xf64> {aic.name = "t733"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {padding = array<i64: 4, 4, 4, 4>, dilation = array<i64: 4, 5>} : (tensor<1x2x9x11xf64>, tensor<2x2x3x3xf64>) -> tensor<1x2x9x9xf64>
  return %result : tensor<1x2x9x9xf64>
}
func.func @"521 conv2d"(%0: tensor<1x9x11x2xf64> {aic.name = "t734"}, %1: tensor<2x2x3x3xf64> {aic.name = "t732"}) -> (tensor<1x9x9x2xf64> {aic.name = "t735"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {padding = array<i64: 4, 4, 4, 4>, dilation = array<i64: 4, 5>, layout = #aic.layout<nhwc>} : (tensor<1x9x11x2xf64>, tensor<2x2x3x3xf64>) -> tensor<1x9x9x2xf64>
  return %result : tensor<1x9x9x2xf64>
}
func.func @"522 conv2d"(%0: tensor<0x2x3x3xf64> {aic.name = "t736"}, %1: tensor<2x2x3x3xf64> {aic.name = "t737"}, %2: tensor<2xf64> {aic.name = "t738"}) -> (tensor<0x2x1x1xf64> {aic.name = "t739"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 : (tensor<0x2x3x3xf64>, tensor<2x2x3x3xf64>, tensor<2xf64>) -> tensor<0x2x1x1xf64>
  return %result : tensor<0x2x1x1xf64>
}
func.func @"523 conv2d"(%0: tensor<0x3x3x2xf64> {aic.name = "t740"}, %1: tensor<2x2x3x3xf64> {aic.name = "t737"}, %2: tensor<2xf64> {aic.name = "t738"}) -> (tensor<0x1x1x2xf64> {aic.name = "t741"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {layout = #aic.layout<nhwc>} : (tensor<0x3x3x2xf64>, tensor<2x2x3x3xf64>, tensor<2xf64>) -> tensor<0x1x1x2xf64>
  return %result : tensor<0x1x1x2xf64>
}
func.func @"524 conv2d"(%0: tensor<1x2x1x7xf64> {aic.name = "t742"}, %1: tensor<2x2x1x3xf64> {aic.name = "t743"}) -> (tensor<1x2x4x3xf64> {aic.name = "t744"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 3>, padding = array<i64: 3, 3, 3, 1>, dilation = array<i64: 1, 2>} : (tensor<1x2x1x7xf64>, tensor<2x2x1x3xf64>) -> tensor<1x2x4x3xf64>
  return %result : tensor<1x2x4x3xf64>
}
func.func @"525 conv2d"(%0: tensor<1x1x7x2xf64> {aic.name = "t745"}, %1: tensor<2x2x1x3xf64> {aic.name = "t743"}) -> (tensor<1x4x3x2xf64> {aic.name = "t746"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 3>, padding = array<i64: 3, 3, 3, 1>, dilation = array<i64: 1, 2>, layout = #aic.layout<nhwc>} : (tensor<1x1x7x2xf64>, tensor<2x2x1x3xf64>) -> tensor<1x4x3x2xf64>
  return %result : tensor<1x4x3x2xf64>
}
func.func @"526 conv2d"(%0: tensor<1x3x14x1xf64> {aic.name = "t747"}, %1: tensor<2x3x4x3xf64> {aic.name = "t748"}) -> (tensor<1x2x2x1xf64> {aic.name = "t749"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 1>, padding = array<i64: 0, 2, 0, 0>, dilation = array<i64: 3, 1>} : (tensor<1x3x14x1xf64>, tensor<2x3x4x3xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"527 conv2d"(%0: tensor<1x14x1x3xf64> {aic.name = "t750"}, %1: tensor<2x3x4x3xf64> {aic.name = "t748"}) -> (tensor<1x2x1x2xf64> {aic.name = "t751"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 1>, padding = array<i64: 0, 2, 0, 0>, dilation = array<i64: 3, 1>, layout = #aic.layout<nhwc>} : (tensor<1x14x1x3xf64>, tensor<2x3x4x3xf64>) -> tensor<1x2x1x2xf64>
  return %result : tensor<1x2x1x2xf64>
}
func.func @"528 conv2d"(%0: tensor<2x2x1x10xf64> {aic.name = "t752"}, %1: tensor<3x2x2x4xf64> {aic.name = "t753"}, %2: tensor<3xf64> {aic.name = "t754"}) -> (tensor<2x3x1x4xf64> {aic.name = "t755"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 1>, padding = array<i64: 1, 2, 1, 1>, dilation = array<i64: 2, 3>} : (tensor<2x2x1x10xf64>, tensor<3x2x2x4xf64>, tensor<3xf64>) -> tensor<2x3x1x4xf64>
  return %result : tensor<2x3x1x4xf64>
}
func.func @"529 conv2d"(%0: tensor<2x1x10x2xf64> {aic.name = "t756"}, %1: tensor<3x2x2x4xf64> {aic.name = "t753"}, %2: tensor<3xf64> {aic.name = "t754"}) -> (tensor<2x1x4x3xf64> {aic.name = "t757"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 1>, padding = array<i64: 1, 2, 1, 1>, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<2x1x10x2xf64>, tensor<3x2x2x4xf64>, tensor<3xf64>) -> tensor<2x1x4x3xf64>
  return %result : tensor<2x1x4x3xf64>
}
func.func @"530 conv2d"(%0: tensor<2x6x4x8xf64> {aic.name = "t758"}, %1: tensor<2x3x1x3xf64> {aic.name = "t759"}) -> (tensor<2x2x5x5xf64> {aic.name = "t760"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 1>, padding = array<i64: 3, 1, 2, 2>, dilation = array<i64: 3, 3>, groups = 2} : (tensor<2x6x4x8xf64>, tensor<2x3x1x3xf64>) -> tensor<2x2x5x5xf64>
  return %result : tensor<2x2x5x5xf64>
}
func.func @"531 conv2d"(%0: tensor<2x4x8x6xf64> {aic.name = "t761"}, %1: tensor<2x3x1x3xf64> {aic.name = "t759"}) -> (tensor<2x5x5x2xf64> {aic.name = "t762"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 1>, padding = array<i64: 3, 1, 2, 2>, dilation = array<i64: 3, 3>, groups = 2, layout = #aic.layout<nhwc>} : (tensor<2x4x8x6xf64>, tensor<2x3x1x3xf64>) -> tensor<2x5x5x2xf64>
  return %result : tensor<2x5x5x2xf64>
}
func.func @"532 conv2d"(%0: tensor<1x9x8x7xf64> {aic.name = "t763"}, %1: tensor<6x3x4x2xf64> {aic.name = "t764"}, %2: tensor<6xf64> {aic.name = "t765"}) -> (tensor<1x6x4x2xf64> {aic.name = "t766"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 3>, padding = array<i64: 2, 0, 3, 0>, dilation = array<i64: 2, 3>, groups = 3} : (tensor<1x9x8x7xf64>, tensor<6x3x4x2xf64>, tensor<6xf64>) -> tensor<1x6x4x2xf64>
  return %result : tensor<1x6x4x2xf64>
}
func.func @"533 conv2d"(%0: tensor<1x8x7x9xf64> {aic.name = "t767"}, %1: tensor<6x3x4x2xf64> {aic.name = "t764"}, %2: tensor<6xf64> {aic.name = "t765"}) -> (tensor<1x4x2x6xf64> {aic.name = "t768"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 3>, padding = array<i64: 2, 0, 3, 0>, dilation = array<i64: 2, 3>, groups = 3, layout = #aic.layout<nhwc>} : (tensor<1x8x7x9xf64>, tensor<6x3x4x2xf64>, tensor<6xf64>) -> tensor<1x4x2x6xf64>
  return %result : tensor<1x4x2x6xf64>
}
func.func @"534 conv2d"(%0: tensor<1x2x10x4xf64> {aic.name = "t769"}, %1: tensor<3x2x3x4xf64> {aic.name = "t770"}) -> (tensor<1x3x3x2xf64> {aic.name = "t771"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 0, 1>, dilation = array<i64: 3, 1>} : (tensor<1x2x10x4xf64>, tensor<3x2x3x4xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"535 conv2d"(%0: tensor<1x10x4x2xf64> {aic.name = "t772"}, %1: tensor<3x2x3x4xf64> {aic.name = "t770"}) -> (tensor<1x3x2x3xf64> {aic.name = "t773"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 0, 1>, dilation = array<i64: 3, 1>, layout = #aic.layout<nhwc>} : (tensor<1x10x4x2xf64>, tensor<3x2x3x4xf64>) -> tensor<1x3x2x3xf64>
  return %result : tensor<1x3x2x3xf64>
}
func.func @"536 conv2d"(%0: tensor<2x3x13x2xf64> {aic.name = "t774"}, %1: tensor<3x3x4x2xf64> {aic.name = "t775"}) -> (tensor<2x3x3x3xf64> {aic.name = "t776"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 1, 3, 0, 3>, dilation = array<i64: 3, 3>} : (tensor<2x3x13x2xf64>, tensor<3x3x4x2xf64>) -> tensor<2x3x3x3xf64>
  return %result : tensor<2x3x3x3xf64>
}
func.func @"537 conv2d"(%0: tensor<2x13x2x3xf64> {aic.name = "t777"}, %1: tensor<3x3x4x2xf64> {aic.name = "t775"}) -> (tensor<2x3x3x3xf64> {aic.name = "t778"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 1, 3, 0, 3>, dilation = array<i64: 3, 3>, layout = #aic.layout<nhwc>} : (tensor<2x13x2x3xf64>, tensor<3x3x4x2xf64>) -> tensor<2x3x3x3xf64>
  return %result : tensor<2x3x3x3xf64>
}
func.func @"538 conv2d"(%0: tensor<1x9x9x2xf64> {aic.name = "t779"}, %1: tensor<3x3x3x1xf64> {aic.name = "t780"}, %2: tensor<3xf64> {aic.name = "t781"}) -> (tensor<1x3x2x3xf64> {aic.name = "t782"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 2>, padding = array<i64: 2, 3, 0, 1>, dilation = array<i64: 3, 3>, groups = 3} : (tensor<1x9x9x2xf64>, tensor<3x3x3x1xf64>, tensor<3xf64>) -> tensor<1x3x2x3xf64>
  return %result : tensor<1x3x2x3xf64>
}
func.func @"539 conv2d"(%0: tensor<1x9x2x9xf64> {aic.name = "t783"}, %1: tensor<3x3x3x1xf64> {aic.name = "t780"}, %2: tensor<3xf64> {aic.name = "t781"}) -> (tensor<1x2x3x3xf64> {aic.name = "t784"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 2>, padding = array<i64: 2, 3, 0, 1>, dilation = array<i64: 3, 3>, groups = 3, layout = #aic.layout<nhwc>} : (tensor<1x9x2x9xf64>, tensor<3x3x3x1xf64>, tensor<3xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"540 conv2d"(%0: tensor<1x2x3x1xf64> {aic.name = "t785"}, %1: tensor<1x2x1x1xf64> {aic.name = "t786"}) -> (tensor<1x1x7x1xf64> {aic.name = "t787"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 1, 2>, padding = array<i64: 2, 1, 2, 0>, dilation = array<i64: 2, 1>} : (tensor<1x2x3x1xf64>, tensor<1x2x1x1xf64>) -> tensor<1x1x7x1xf64>
  return %result : tensor<1x1x7x1xf64>
}
func.func @"541 conv2d"(%0: tensor<1x3x1x2xf64> {aic.name = "t788"}, %1: tensor<1x2x1x1xf64> {aic.name = "t786"}) -> (tensor<1x7x1x1xf64> {aic.name = "t789"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 1, 2>, padding = array<i64: 2, 1, 2, 0>, dilation = array<i64: 2, 1>, layout = #aic.layout<nhwc>} : (tensor<1x3x1x2xf64>, tensor<1x2x1x1xf64>) -> tensor<1x7x1x1xf64>
  return %result : tensor<1x7x1x1xf64>
}
func.func @"542 conv2d"(%0: tensor<1x2x4x6xf64> {aic.name = "t790"}, %1: tensor<2x2x3x3xf64> {aic.name = "t791"}, %2: tensor<2xf64> {aic.name = "t792"}) -> (tensor<1x2x5x2xf64> {aic.name = "t793"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 1, 2>, padding = array<i64: 2, 3, 3, 0>, dilation = array<i64: 2, 3>} : (tensor<1x2x4x6xf64>, tensor<2x2x3x3xf64>, tensor<2xf64>) -> tensor<1x2x5x2xf64>
  return %result : tensor<1x2x5x2xf64>
}
func.func @"543 conv2d"(%0: tensor<1x4x6x2xf64> {aic.name = "t794"}, %1: tensor<2x2x3x3xf64> {aic.name = "t791"}, %2: tensor<2xf64> {aic.name = "t792"}) -> (tensor<1x5x2x2xf64> {aic.name = "t795"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 1, 2>, padding = array<i64: 2, 3, 3, 0>, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<1x4x6x2xf64>, tensor<2x2x3x3xf64>, tensor<2xf64>) -> tensor<1x5x2x2xf64>
  return %result : tensor<1x5x2x2xf64>
}
func.func @"544 conv2d"(%0: tensor<2x3x5x6xf64> {aic.name = "t796"}, %1: tensor<2x3x4x1xf64> {aic.name = "t797"}) -> (tensor<2x2x2x8xf64> {aic.name = "t798"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 1>, padding = array<i64: 3, 1, 0, 1>} : (tensor<2x3x5x6xf64>, tensor<2x3x4x1xf64>) -> tensor<2x2x2x8xf64>
  return %result : tensor<2x2x2x8xf64>
}
func.func @"545 conv2d"(%0: tensor<2x5x6x3xf64> {aic.name = "t799"}, %1: tensor<2x3x4x1xf64> {aic.name = "t797"}) -> (tensor<2x2x8x2xf64> {aic.name = "t800"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 1>, padding = array<i64: 3, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<2x5x6x3xf64>, tensor<2x3x4x1xf64>) -> tensor<2x2x8x2xf64>
  return %result : tensor<2x2x8x2xf64>
}
func.func @"546 conv2d"(%0: tensor<1x3x1x3xf64> {aic.name = "t801"}, %1: tensor<3x1x2x1xf64> {aic.name = "t802"}) -> (tensor<1x3x1x4xf64> {aic.name = "t803"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 1, 2>, padding = array<i64: 2, 3, 0, 2>, dilation = array<i64: 2, 3>, groups = 3} : (tensor<1x3x1x3xf64>, tensor<3x1x2x1xf64>) -> tensor<1x3x1x4xf64>
  return %result : tensor<1x3x1x4xf64>
}
func.func @"547 conv2d"(%0: tensor<1x1x3x3xf64> {aic.name = "t804"}, %1: tensor<3x1x2x1xf64> {aic.name = "t802"}) -> (tensor<1x1x4x3xf64> {aic.name = "t805"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 1, 2>, padding = array<i64: 2, 3, 0, 2>, dilation = array<i64: 2, 3>, groups = 3, layout = #aic.layout<nhwc>} : (tensor<1x1x3x3xf64>, tensor<3x1x2x1xf64>) -> tensor<1x1x4x3xf64>
  return %result : tensor<1x1x4x3xf64>
}
func.func @"548 conv2d"(%0: tensor<2x2x9x12xf64> {aic.name = "t806"}, %1: tensor<6x1x2x4xf64> {aic.name = "t807"}, %2: tensor<6xf64> {aic.name = "t808"}) -> (tensor<2x6x3x3xf64> {aic.name = "t809"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 3>, padding = array<i64: 1, 0, 0, 1>, dilation = array<i64: 3, 2>, groups = 2} : (tensor<2x2x9x12xf64>, tensor<6x1x2x4xf64>, tensor<6xf64>) -> tensor<2x6x3x3xf64>
  return %result : tensor<2x6x3x3xf64>
}
func.func @"549 conv2d"(%0: tensor<2x9x12x2xf64> {aic.name = "t810"}, %1: tensor<6x1x2x4xf64> {aic.name = "t807"}, %2: tensor<6xf64> {aic.name = "t808"}) -> (tensor<2x3x3x6xf64> {aic.name = "t811"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 3>, padding = array<i64: 1, 0, 0, 1>, dilation = array<i64: 3, 2>, groups = 2, layout = #aic.layout<nhwc>} : (tensor<2x9x12x2xf64>, tensor<6x1x2x4xf64>, tensor<6xf64>) -> tensor<2x3x3x6xf64>
  return %result : tensor<2x3x3x6xf64>
}
func.func @"550 conv2d"(%0: tensor<2x2x5x4xf64> {aic.name = "t812"}, %1: tensor<1x2x3x1xf64> {aic.name = "t813"}) -> (tensor<2x1x5x2xf64> {aic.name = "t814"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 3>, padding = array<i64: 3, 1, 3, 0>, dilation = array<i64: 1, 3>} : (tensor<2x2x5x4xf64>, tensor<1x2x3x1xf64>) -> tensor<2x1x5x2xf64>
  return %result : tensor<2x1x5x2xf64>
}
func.func @"551 conv2d"(%0: tensor<2x5x4x2xf64> {aic.name = "t815"}, %1: tensor<1x2x3x1xf64> {aic.name = "t813"}) -> (tensor<2x5x2x1xf64> {aic.name = "t816"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 3>, padding = array<i64: 3, 1, 3, 0>, dilation = array<i64: 1, 3>, layout = #aic.layout<nhwc>} : (tensor<2x5x4x2xf64>, tensor<1x2x3x1xf64>) -> tensor<2x5x2x1xf64>
  return %result : tensor<2x5x2x1xf64>
}
func.func @"552 conv2d"(%0: tensor<2x6x1x7xf64> {aic.name = "t817"}, %1: tensor<4x3x1x2xf64> {aic.name = "t818"}) -> (tensor<2x4x2x4xf64> {aic.name = "t819"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 2>, padding = array<i64: 1, 2, 3, 1>, dilation = array<i64: 1, 2>, groups = 2} : (tensor<2x6x1x7xf64>, tensor<4x3x1x2xf64>) -> tensor<2x4x2x4xf64>
  return %result : tensor<2x4x2x4xf64>
}
func.func @"553 conv2d"(%0: tensor<2x1x7x6xf64> {aic.name = "t820"}, %1: tensor<4x3x1x2xf64> {aic.name = "t818"}) -> (tensor<2x2x4x4xf64> {aic.name = "t821"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 2>, padding = array<i64: 1, 2, 3, 1>, dilation = array<i64: 1, 2>, groups = 2, layout = #aic.layout<nhwc>} : (tensor<2x1x7x6xf64>, tensor<4x3x1x2xf64>) -> tensor<2x2x4x4xf64>
  return %result : tensor<2x2x4x4xf64>
}
func.func @"554 conv2d"(%0: tensor<1x6x9x3xf64> {aic.name = "t822"}, %1: tensor<9x2x2x1xf64> {aic.name = "t823"}, %2: tensor<9xf64> {aic.name = "t824"}) -> (tensor<1x9x3x3xf64> {aic.name = "t825"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 2>, padding = array<i64: 0, 1, 1, 1>, dilation = array<i64: 3, 1>, groups = 3} : (tensor<1x6x9x3xf64>, tensor<9x2x2x1xf64>, tensor<9xf64>) -> tensor<1x9x3x3xf64>
  return %result : tensor<1x9x3x3xf64>
}
func.func @"555 conv2d"(%0: tensor<1x9x3x6xf64> {aic.name = "t826"}, %1: tensor<9x2x2x1xf64> {aic.name = "t823"}, %2: tensor<9xf64> {aic.name = "t824"}) -> (tensor<1x3x3x9xf64> {aic.name = "t827"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 2>, padding = array<i64: 0, 1, 1, 1>, dilation = array<i64: 3, 1>, groups = 3, layout = #aic.layout<nhwc>} : (tensor<1x9x3x6xf64>, tensor<9x2x2x1xf64>, tensor<9xf64>) -> tensor<1x3x3x9xf64>
  return %result : tensor<1x3x3x9xf64>
}
func.func @"556 conv2d"(%0: tensor<1x4x1x7xf64> {aic.name = "t828"}, %1: tensor<2x2x1x3xf64> {aic.name = "t829"}, %2: tensor<2xf64> {aic.name = "t830"}) -> (tensor<1x2x4x2xf64> {aic.name = "t831"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 1, 2>, padding = array<i64: 3, 1, 0, 2>, dilation = array<i64: 1, 3>, groups = 2} : (tensor<1x4x1x7xf64>, tensor<2x2x1x3xf64>, tensor<2xf64>) -> tensor<1x2x4x2xf64>
  return %result : tensor<1x2x4x2xf64>
}
func.func @"557 conv2d"(%0: tensor<1x1x7x4xf64> {aic.name = "t832"}, %1: tensor<2x2x1x3xf64> {aic.name = "t829"}, %2: tensor<2xf64> {aic.name = "t830"}) -> (tensor<1x4x2x2xf64> {aic.name = "t833"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 1, 2>, padding = array<i64: 3, 1, 0, 2>, dilation = array<i64: 1, 3>, groups = 2, layout = #aic.layout<nhwc>} : (tensor<1x1x7x4xf64>, tensor<2x2x1x3xf64>, tensor<2xf64>) -> tensor<1x4x2x2xf64>
  return %result : tensor<1x4x2x2xf64>
}
func.func @"558 conv2d"(%0: tensor<2x6x1x7xf64> {aic.name = "t834"}, %1: tensor<3x2x1x2xf64> {aic.name = "t835"}) -> (tensor<2x3x3x8xf64> {aic.name = "t836"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 1>, padding = array<i64: 2, 2, 2, 0>, dilation = array<i64: 3, 1>, groups = 3} : (tensor<2x6x1x7xf64>, tensor<3x2x1x2xf64>) -> tensor<2x3x3x8xf64>
  return %result : tensor<2x3x3x8xf64>
}
func.func @"559 conv2d"(%0: tensor<2x1x7x6xf64> {aic.name = "t837"}, %1: tensor<3x2x1x2xf64> {aic.name = "t835"}) -> (tensor<2x3x8x3xf64> {aic.name = "t838"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 1>, padding = array<i64: 2, 2, 2, 0>, dilation = array<i64: 3, 1>, groups = 3, layout = #aic.layout<nhwc>} : (tensor<2x1x7x6xf64>, tensor<3x2x1x2xf64>) -> tensor<2x3x8x3xf64>
  return %result : tensor<2x3x8x3xf64>
}
func.func @"560 conv2d"(%0: tensor<1x2x2x7xf64> {aic.name = "t839"}, %1: tensor<1x2x1x4xf64> {aic.name = "t840"}) -> (tensor<1x1x6x2xf64> {aic.name = "t841"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 1, 3>, padding = array<i64: 1, 1, 3, 1>} : (tensor<1x2x2x7xf64>, tensor<1x2x1x4xf64>) -> tensor<1x1x6x2xf64>
  return %result : tensor<1x1x6x2xf64>
}
func.func @"561 conv2d"(%0: tensor<1x2x7x2xf64> {aic.name = "t842"}, %1: tensor<1x2x1x4xf64> {aic.name = "t840"}) -> (tensor<1x6x2x1xf64> {aic.name = "t843"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 1, 3>, padding = array<i64: 1, 1, 3, 1>, layout = #aic.layout<nhwc>} : (tensor<1x2x7x2xf64>, tensor<1x2x1x4xf64>) -> tensor<1x6x2x1xf64>
  return %result : tensor<1x6x2x1xf64>
}
func.func @"562 conv2d"(%0: tensor<2x3x7x2xf64> {aic.name = "t844"}, %1: tensor<6x1x4x3xf64> {aic.name = "t845"}, %2: tensor<6xf64> {aic.name = "t846"}) -> (tensor<2x6x1x1xf64> {aic.name = "t847"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 3>, padding = array<i64: 3, 2, 0, 1>, dilation = array<i64: 3, 2>, groups = 3} : (tensor<2x3x7x2xf64>, tensor<6x1x4x3xf64>, tensor<6xf64>) -> tensor<2x6x1x1xf64>
  return %result : tensor<2x6x1x1xf64>
}
func.func @"563 conv2d"(%0: tensor<2x7x2x3xf64> {aic.name = "t848"}, %1: tensor<6x1x4x3xf64> {aic.name = "t845"}, %2: tensor<6xf64> {aic.name = "t846"}) -> (tensor<2x1x1x6xf64> {aic.name = "t849"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 3, 3>, padding = array<i64: 3, 2, 0, 1>, dilation = array<i64: 3, 2>, groups = 3, layout = #aic.layout<nhwc>} : (tensor<2x7x2x3xf64>, tensor<6x1x4x3xf64>, tensor<6xf64>) -> tensor<2x1x1x6xf64>
  return %result : tensor<2x1x1x6xf64>
}
func.func @"564 conv2d"(%0: tensor<1x9x7x5xf64> {aic.name = "t850"}, %1: tensor<9x3x3x4xf64> {aic.name = "t851"}, %2: tensor<9xf64> {aic.name = "t852"}) -> (tensor<1x9x4x3xf64> {aic.name = "t853"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 3>, padding = array<i64: 2, 3, 0, 2>, groups = 3} : (tensor<1x9x7x5xf64>, tensor<9x3x3x4xf64>, tensor<9xf64>) -> tensor<1x9x4x3xf64>
  return %result : tensor<1x9x4x3xf64>
}
func.func @"565 conv2d"(%0: tensor<1x7x5x9xf64> {aic.name = "t854"}, %1: tensor<9x3x3x4xf64> {aic.name = "t851"}, %2: tensor<9xf64> {aic.name = "t852"}) -> (tensor<1x4x3x9xf64> {aic.name = "t855"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 3>, padding = array<i64: 2, 3, 0, 2>, groups = 3, layout = #aic.layout<nhwc>} : (tensor<1x7x5x9xf64>, tensor<9x3x3x4xf64>, tensor<9xf64>) -> tensor<1x4x3x9xf64>
  return %result : tensor<1x4x3x9xf64>
}
func.func @"566 conv2d"(%0: tensor<2x1x6x7xf64> {aic.name = "t856"}, %1: tensor<3x1x2x3xf64> {aic.name = "t857"}, %2: tensor<3xf64> {aic.name = "t858"}) -> (tensor<2x3x5x5xf64> {aic.name = "t859"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 1>, padding = array<i64: 2, 0, 2, 0>} : (tensor<2x1x6x7xf64>, tensor<3x1x2x3xf64>, tensor<3xf64>) -> tensor<2x3x5x5xf64>
  return %result : tensor<2x3x5x5xf64>
}
func.func @"567 conv2d"(%0: tensor<2x6x7x1xf64> {aic.name = "t860"}, %1: tensor<3x1x2x3xf64> {aic.name = "t857"}, %2: tensor<3xf64> {aic.name = "t858"}) -> (tensor<2x5x5x3xf64> {aic.name = "t861"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 1>, padding = array<i64: 2, 0, 2, 0>, layout = #aic.layout<nhwc>} : (tensor<2x6x7x1xf64>, tensor<3x1x2x3xf64>, tensor<3xf64>) -> tensor<2x5x5x3xf64>
  return %result : tensor<2x5x5x3xf64>
}
func.func @"568 conv2d"(%0: tensor<1x2x2x4xf64> {aic.name = "t862"}, %1: tensor<2x1x1x3xf64> {aic.name = "t863"}, %2: tensor<2xf64> {aic.name = "t864"}) -> (tensor<1x2x3x1xf64> {aic.name = "t865"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 1>, padding = array<i64: 2, 1, 2, 0>, dilation = array<i64: 1, 2>, groups = 2} : (tensor<1x2x2x4xf64>, tensor<2x1x1x3xf64>, tensor<2xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"569 conv2d"(%0: tensor<1x2x4x2xf64> {aic.name = "t866"}, %1: tensor<2x1x1x3xf64> {aic.name = "t863"}, %2: tensor<2xf64> {aic.name = "t864"}) -> (tensor<1x3x1x2xf64> {aic.name = "t867"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 1>, padding = array<i64: 2, 1, 2, 0>, dilation = array<i64: 1, 2>, groups = 2, layout = #aic.layout<nhwc>} : (tensor<1x2x4x2xf64>, tensor<2x1x1x3xf64>, tensor<2xf64>) -> tensor<1x3x1x2xf64>
  return %result : tensor<1x3x1x2xf64>
}
func.func @"570 conv2d"(%0: tensor<1x1x5x7xf64> {aic.name = "t868"}, %1: tensor<2x1x1x1xf64> {aic.name = "t869"}) -> (tensor<1x2x10x4xf64> {aic.name = "t870"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 1, 3>, padding = array<i64: 2, 2, 3, 3>, dilation = array<i64: 3, 1>} : (tensor<1x1x5x7xf64>, tensor<2x1x1x1xf64>) -> tensor<1x2x10x4xf64>
  return %result : tensor<1x2x10x4xf64>
}
func.func @"571 conv2d"(%0: tensor<1x5x7x1xf64> {aic.name = "t871"}, %1: tensor<2x1x1x1xf64> {aic.name = "t869"}) -> (tensor<1x10x4x2xf64> {aic.name = "t872"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 1, 3>, padding = array<i64: 2, 2, 3, 3>, dilation = array<i64: 3, 1>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x1xf64>, tensor<2x1x1x1xf64>) -> tensor<1x10x4x2xf64>
  return %result : tensor<1x10x4x2xf64>
}
func.func @"572 conv2d"(%0: tensor<1x1x5x7xf64> {aic.name = "t873"}, %1: tensor<1x1x2x2xf64> {aic.name = "t874"}) -> (tensor<1x1x4x2xf64> {aic.name = "t875"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 3>, padding = array<i64: 2, 0, 2, 1>, dilation = array<i64: 1, 2>} : (tensor<1x1x5x7xf64>, tensor<1x1x2x2xf64>) -> tensor<1x1x4x2xf64>
  return %result : tensor<1x1x4x2xf64>
}
func.func @"573 conv2d"(%0: tensor<1x5x7x1xf64> {aic.name = "t876"}, %1: tensor<1x1x2x2xf64> {aic.name = "t874"}) -> (tensor<1x4x2x1xf64> {aic.name = "t877"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 2, 3>, padding = array<i64: 2, 0, 2, 1>, dilation = array<i64: 1, 2>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x1xf64>, tensor<1x1x2x2xf64>) -> tensor<1x4x2x1xf64>
  return %result : tensor<1x4x2x1xf64>
}
func.func @"574 conv2d"(%0: tensor<1x3x4x11xf64> {aic.name = "t878"}, %1: tensor<2x3x2x3xf64> {aic.name = "t879"}) -> (tensor<1x2x2x4xf64> {aic.name = "t880"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 2>, dilation = array<i64: 2, 3>} : (tensor<1x3x4x11xf64>, tensor<2x3x2x3xf64>) -> tensor<1x2x2x4xf64>
  return %result : tensor<1x2x2x4xf64>
}
func.func @"575 conv2d"(%0: tensor<1x4x11x3xf64> {aic.name = "t881"}, %1: tensor<2x3x2x3xf64> {aic.name = "t879"}) -> (tensor<1x2x4x2xf64> {aic.name = "t882"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 2>, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<1x4x11x3xf64>, tensor<2x3x2x3xf64>) -> tensor<1x2x4x2xf64>
  return %result : tensor<1x2x4x2xf64>
}
func.func @"576 conv2d"(%0: tensor<1x3x6x3xf64> {aic.name = "t883"}, %1: tensor<9x1x1x4xf64> {aic.name = "t884"}, %2: tensor<9xf64> {aic.name = "t885"}) -> (tensor<1x9x8x2xf64> {aic.name = "t886"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 1, 3>, padding = array<i64: 2, 3, 0, 3>, dilation = array<i64: 2, 1>, groups = 3} : (tensor<1x3x6x3xf64>, tensor<9x1x1x4xf64>, tensor<9xf64>) -> tensor<1x9x8x2xf64>
  return %result : tensor<1x9x8x2xf64>
}
func.func @"577 conv2d"(%0: tensor<1x6x3x3xf64> {aic.name = "t887"}, %1: tensor<9x1x1x4xf64> {aic.name = "t884"}, %2: tensor<9xf64> {aic.name = "t885"}) -> (tensor<1x8x2x9xf64> {aic.name = "t888"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 1, 3>, padding = array<i64: 2, 3, 0, 3>, dilation = array<i64: 2, 1>, groups = 3, layout = #aic.layout<nhwc>} : (tensor<1x6x3x3xf64>, tensor<9x1x1x4xf64>, tensor<9xf64>) -> tensor<1x8x2x9xf64>
  return %result : tensor<1x8x2x9xf64>
}
func.func @"578 conv2d"(%0: tensor<1x2x9x6xf64> {aic.name = "t889"}, %1: tensor<6x1x3x4xf64> {aic.name = "t890"}) -> (tensor<1x6x2x2xf64> {aic.name = "t891"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 3>, dilation = array<i64: 3, 2>, groups = 2} : (tensor<1x2x9x6xf64>, tensor<6x1x3x4xf64>) -> tensor<1x6x2x2xf64>
  return %result : tensor<1x6x2x2xf64>
}
func.func @"579 conv2d"(%0: tensor<1x9x6x2xf64> {aic.name = "t892"}, %1: tensor<6x1x3x4xf64> {aic.name = "t890"}) -> (tensor<1x2x2x6xf64> {aic.name = "t893"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 3>, dilation = array<i64: 3, 2>, groups = 2, layout = #aic.layout<nhwc>} : (tensor<1x9x6x2xf64>, tensor<6x1x3x4xf64>) -> tensor<1x2x2x6xf64>
  return %result : tensor<1x2x2x6xf64>
}
func.func @"580 conv2d"(%0: tensor<2x3x2x4xf64> {aic.name = "t894"}, %1: tensor<1x3x2x3xf64> {aic.name = "t895"}) -> (tensor<2x1x2x1xf64> {aic.name = "t896"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 3>, padding = array<i64: 3, 1, 3, 2>, dilation = array<i64: 2, 3>} : (tensor<2x3x2x4xf64>, tensor<1x3x2x3xf64>) -> tensor<2x1x2x1xf64>
  return %result : tensor<2x1x2x1xf64>
}
func.func @"581 conv2d"(%0: tensor<2x2x4x3xf64> {aic.name = "t897"}, %1: tensor<1x3x2x3xf64> {aic.name = "t895"}) -> (tensor<2x2x1x1xf64> {aic.name = "t898"}) attributes {summed} {
  %result = aic.conv2d %0, %1 {stride = array<i64: 3, 3>, padding = array<i64: 3, 1, 3, 2>, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<2x2x4x3xf64>, tensor<1x3x2x3xf64>) -> tensor<2x2x1x1xf64>
  return %result : tensor<2x2x1x1xf64>
}
func.func @"582 conv2d"(%0: tensor<1x1x5x6xf64> {aic.name = "t899"}, %1: tensor<3x1x2x3xf64> {aic.name = "t900"}, %2: tensor<3xf64> {aic.name = "t901"}) -> (tensor<1x3x3x5xf64> {aic.name = "t902"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 1>, padding = array<i64: 2, 2, 1, 3>, dilation = array<i64: 2, 3>} : (tensor<1x1x5x6xf64>, tensor<3x1x2x3xf64>, tensor<3xf64>) -> tensor<1x3x3x5xf64>
  return %result : tensor<1x3x3x5xf64>
}
func.func @"583 conv2d"(%0: tensor<1x5x6x1xf64> {aic.name = "t903"}, %1: tensor<3x1x2x3xf64> {aic.name = "t900"}, %2: tensor<3xf64> {aic.name = "t901"}) -> (tensor<1x3x5x3xf64> {aic.name = "t904"}) attributes {summed} {
  %result = aic.conv2d %0, %1, %2 {stride = array<i64: 2, 1>, padding = array<i64: 2, 2, 1, 3>, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<1x5x6x1xf64>, tensor<3x1x2x3xf64>, tensor<3xf64>) -> tensor<1x3x5x3xf64>
  return %result : tensor<1x3x5x3xf64>
}
func.func @"584 max_pool2d"(%0: tensor<1x2x7x7xf64> {aic.name = "t905"}) -> (tensor<1x2x4x4xf64> {aic.name = "t906"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x2x7x7xf64>) -> tensor<1x2x4x4xf64>
  return %result : tensor<1x2x4x4xf64>
}
func.func @"585 max_pool2d"(%0: tensor<1x7x7x2xf64> {aic.name = "t907"}) -> (tensor<1x4x4x2xf64> {aic.name = "t908"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x7x2xf64>) -> tensor<1x4x4x2xf64>
  return %result : tensor<1x4x4x2xf64>
}
func.func @"586 avg_pool2d"(%0: tensor<1x2x7x7xf64> {aic.name = "t905"}) -> (tensor<1x2x4x4xf64> {aic.name = "t909"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x2x7x7xf64>) -> tensor<1x2x4x4xf64>
  return %result : tensor<1x2x4x4xf64>
}
func.func @"587 avg_pool2d"(%0: tensor<1x7x7x2xf64> {aic.name = "t907"}) -> (tensor<1x4x4x2xf64> {aic.name = "t910"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x7x2xf64>) -> tensor<1x4x4x2xf64>
  return %result : tensor<1x4x4x2xf64>
}
func.func @"588 avg_pool2d"(%0: tensor<1x2x7x7xf64> {aic.name = "t905"}) -> (tensor<1x2x4x4xf64> {aic.name = "t911"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, count_include_pad = false} : (tensor<1x2x7x7xf64>) -> tensor<1x2x4x4xf64>
  return %result : tensor<1x2x4x4xf64>
}
func.func @"589 avg_pool2d"(%0: tensor<1x7x7x2xf64> {aic.name = "t907"}) -> (tensor<1x4x4x2xf64> {aic.name = "t912"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x7x7x2xf64>) -> tensor<1x4x4x2xf64>
  return %result : tensor<1x4x4x2xf64>
}
func.func @"590 max_pool2d"(%0: tensor<2x3x6x8xf64> {aic.name = "t913"}) -> (tensor<2x3x3x4xf64> {aic.name = "t914"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<2x3x6x8xf64>) -> tensor<2x3x3x4xf64>
  return %result : tensor<2x3x3x4xf64>
}
func.func @"591 max_pool2d"(%0: tensor<2x6x8x3xf64> {aic.name = "t915"}) -> (tensor<2x3x4x3xf64> {aic.name = "t916"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, layout = #aic.layout<nhwc>} : (tensor<2x6x8x3xf64>) -> tensor<2x3x4x3xf64>
  return %result : tensor<2x3x4x3xf64>
}
func.func @"592 avg_pool2d"(%0: tensor<2x3x6x8xf64> {aic.name = "t913"}) -> (tensor<2x3x3x4xf64> {aic.name = "t917"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<2x3x6x8xf64>) -> tensor<2x3x3x4xf64>
  return %result : tensor<2x3x3x4xf64>
}
func.func @"593 avg_pool2d"(%0: tensor<2x6x8x3xf64> {aic.name = "t915"}) -> (tensor<2x3x4x3xf64> {aic.name = "t918"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, layout = #aic.layout<nhwc>} : (tensor<2x6x8x3xf64>) -> tensor<2x3x4x3xf64>
  return %result : tensor<2x3x4x3xf64>
}
func.func @"594 avg_pool2d"(%0: tensor<2x3x6x8xf64> {aic.name = "t913"}) -> (tensor<2x3x3x4xf64> {aic.name = "t917"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, count_include_pad = false} : (tensor<2x3x6x8xf64>) -> tensor<2x3x3x4xf64>
  return %result : tensor<2x3x3x4xf64>
}
func.func @"595 avg_pool2d"(%0: tensor<2x6x8x3xf64> {aic.name = "t915"}) -> (tensor<2x3x4x3xf64> {aic.name = "t918"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<2x6x8x3xf64>) -> tensor<2x3x4x3xf64>
  return %result : tensor<2x3x4x3xf64>
}
func.func @"596 max_pool2d"(%0: tensor<1x1x5x5xf64> {aic.name = "t919"}) -> (tensor<1x1x3x3xf64> {aic.name = "t920"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, ceil_mode = true} : (tensor<1x1x5x5xf64>) -> tensor<1x1x3x3xf64>
  return %result : tensor<1x1x3x3xf64>
}
func.func @"597 max_pool2d"(%0: tensor<1x5x5x1xf64> {aic.name = "t921"}) -> (tensor<1x3x3x1xf64> {aic.name = "t922"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x5x5x1xf64>) -> tensor<1x3x3x1xf64>
  return %result : tensor<1x3x3x1xf64>
}
func.func @"598 avg_pool2d"(%0: tensor<1x1x5x5xf64> {aic.name = "t919"}) -> (tensor<1x1x3x3xf64> {aic.name = "t923"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, ceil_mode = true} : (tensor<1x1x5x5xf64>) -> tensor<1x1x3x3xf64>
  return %result : tensor<1x1x3x3xf64>
}
func.func @"599 avg_pool2d"(%0: tensor<1x5x5x1xf64> {aic.name = "t921"}) -> (tensor<1x3x3x1xf64> {aic.name = "t924"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x5x5x1xf64>) -> tensor<1x3x3x1xf64>
  return %result : tensor<1x3x3x1xf64>
}
func.func @"600 avg_pool2d"(%0: tensor<1x1x5x5xf64> {aic.name = "t919"}) -> (tensor<1x1x3x3xf64> {aic.name = "t923"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, ceil_mode = true, count_include_pad = false} : (tensor<1x1x5x5xf64>) -> tensor<1x1x3x3xf64>
  return %result : tensor<1x1x3x3xf64>
}
func.func @"601 avg_pool2d"(%0: tensor<1x5x5x1xf64> {aic.name = "t921"}) -> (tensor<1x3x3x1xf64> {aic.name = "t924"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x5x5x1xf64>) -> tensor<1x3x3x1xf64>
  return %result : tensor<1x3x3x1xf64>
}
func.func @"602 max_pool2d"(%0: tensor<1x1x6x6xf64> {aic.name = "t925"}) -> (tensor<1x1x3x2xf64> {aic.name = "t926"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x1x6x6xf64>) -> tensor<1x1x3x2xf64>
  return %result : tensor<1x1x3x2xf64>
}
func.func @"603 max_pool2d"(%0: tensor<1x6x6x1xf64> {aic.name = "t927"}) -> (tensor<1x3x2x1xf64> {aic.name = "t928"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x6x6x1xf64>) -> tensor<1x3x2x1xf64>
  return %result : tensor<1x3x2x1xf64>
}
func.func @"604 avg_pool2d"(%0: tensor<1x1x6x6xf64> {aic.name = "t925"}) -> (tensor<1x1x3x2xf64> {aic.name = "t929"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x1x6x6xf64>) -> tensor<1x1x3x2xf64>
  return %result : tensor<1x1x3x2xf64>
}
func.func @"605 avg_pool2d"(%0: tensor<1x6x6x1xf64> {aic.name = "t927"}) -> (tensor<1x3x2x1xf64> {aic.name = "t930"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x6x6x1xf64>) -> tensor<1x3x2x1xf64>
  return %result : tensor<1x3x2x1xf64>
}
func.func @"606 avg_pool2d"(%0: tensor<1x1x6x6xf64> {aic.name = "t925"}) -> (tensor<1x1x3x2xf64> {aic.name = "t931"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false} : (tensor<1x1x6x6xf64>) -> tensor<1x1x3x2xf64>
  return %result : tensor<1x1x3x2xf64>
}
func.func @"607 avg_pool2d"(%0: tensor<1x6x6x1xf64> {aic.name = "t927"}) -> (tensor<1x3x2x1xf64> {aic.name = "t932"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x6x6x1xf64>) -> tensor<1x3x2x1xf64>
  return %result : tensor<1x3x2x1xf64>
}
func.func @"608 max_pool2d"(%0: tensor<1x1x2x2xf64> {aic.name = "t933"}) -> (tensor<1x1x1x1xf64> {aic.name = "t934"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 3, 3>} : (tensor<1x1x2x2xf64>) -> tensor<1x1x1x1xf64>
  return %result : tensor<1x1x1x1xf64>
}
func.func @"609 max_pool2d"(%0: tensor<1x2x2x1xf64> {aic.name = "t935"}) -> (tensor<1x1x1x1xf64> {aic.name = "t934"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 3, 3>, layout = #aic.layout<nhwc>} : (tensor<1x2x2x1xf64>) -> tensor<1x1x1x1xf64>
  return %result : tensor<1x1x1x1xf64>
}
func.func @"610 max_pool2d"(%0: tensor<1x2x1x1xf64> {aic.name = "t936"}) -> (tensor<1x2x1x1xf64> {aic.name = "t936"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x2x1x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"611 max_pool2d"(%0: tensor<1x1x1x2xf64> {aic.name = "t937"}) -> (tensor<1x1x1x2xf64> {aic.name = "t937"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x1x1x2xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"612 avg_pool2d"(%0: tensor<1x2x1x1xf64> {aic.name = "t936"}) -> (tensor<1x2x1x1xf64> {aic.name = "t936"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x2x1x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"613 avg_pool2d"(%0: tensor<1x1x1x2xf64> {aic.name = "t937"}) -> (tensor<1x1x1x2xf64> {aic.name = "t937"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x1x1x2xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"614 avg_pool2d"(%0: tensor<1x2x1x1xf64> {aic.name = "t936"}) -> (tensor<1x2x1x1xf64> {aic.name = "t936"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, count_include_pad = false} : (tensor<1x2x1x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"615 avg_pool2d"(%0: tensor<1x1x1x2xf64> {aic.name = "t937"}) -> (tensor<1x1x1x2xf64> {aic.name = "t937"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x1x1x2xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"616 max_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t938"}) -> (tensor<1x2x4x8xf64> {aic.name = "t939"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x2x6x7xf64>) -> tensor<1x2x4x8xf64>
  return %result : tensor<1x2x4x8xf64>
}
func.func @"617 max_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t940"}) -> (tensor<1x4x8x2xf64> {aic.name = "t941"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x4x8x2xf64>
  return %result : tensor<1x4x8x2xf64>
}
func.func @"618 avg_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t938"}) -> (tensor<1x2x4x8xf64> {aic.name = "t942"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x2x6x7xf64>) -> tensor<1x2x4x8xf64>
  return %result : tensor<1x2x4x8xf64>
}
func.func @"619 avg_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t940"}) -> (tensor<1x4x8x2xf64> {aic.name = "t943"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x4x8x2xf64>
  return %result : tensor<1x4x8x2xf64>
}
func.func @"620 avg_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t938"}) -> (tensor<1x2x4x8xf64> {aic.name = "t944"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false} : (tensor<1x2x6x7xf64>) -> tensor<1x2x4x8xf64>
  return %result : tensor<1x2x4x8xf64>
}
func.func @"621 avg_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t940"}) -> (tensor<1x4x8x2xf64> {aic.name = "t945"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x4x8x2xf64>
  return %result : tensor<1x4x8x2xf64>
}
func.func @"622 max_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t946"}) -> (tensor<1x2x5x4xf64> {aic.name = "t947"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x2x6x7xf64>) -> tensor<1x2x5x4xf64>
  return %result : tensor<1x2x5x4xf64>
}
func.func @"623 max_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t948"}) -> (tensor<1x5x4x2xf64> {aic.name = "t949"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x5x4x2xf64>
  return %result : tensor<1x5x4x2xf64>
}
func.func @"624 avg_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t946"}) -> (tensor<1x2x5x4xf64> {aic.name = "t950"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x2x6x7xf64>) -> tensor<1x2x5x4xf64>
  return %result : tensor<1x2x5x4xf64>
}
func.func @"625 avg_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t948"}) -> (tensor<1x5x4x2xf64> {aic.name = "t951"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x5x4x2xf64>
  return %result : tensor<1x5x4x2xf64>
}
func.func @"626 avg_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t946"}) -> (tensor<1x2x5x4xf64> {aic.name = "t952"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 1>, count_include_pad = false} : (tensor<1x2x6x7xf64>) -> tensor<1x2x5x4xf64>
  return %result : tensor<1x2x5x4xf64>
}
func.func @"627 avg_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t948"}) -> (tensor<1x5x4x2xf64> {aic.name = "t953"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 1>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x5x4x2xf64>
  return %result : tensor<1x5x4x2xf64>
}
func.func @"628 max_pool2d"(%0: tensor<1x2x5x5xf64> {aic.name = "t954"}) -> (tensor<1x2x3x6xf64> {aic.name = "t955"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 4, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x2x5x5xf64>) -> tensor<1x2x3x6xf64>
  return %result : tensor<1x2x3x6xf64>
}
func.func @"629 max_pool2d"(%0: tensor<1x5x5x2xf64> {aic.name = "t956"}) -> (tensor<1x3x6x2xf64> {aic.name = "t957"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 4, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x5x5x2xf64>) -> tensor<1x3x6x2xf64>
  return %result : tensor<1x3x6x2xf64>
}
func.func @"630 avg_pool2d"(%0: tensor<1x2x5x5xf64> {aic.name = "t954"}) -> (tensor<1x2x3x6xf64> {aic.name = "t958"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 4, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x2x5x5xf64>) -> tensor<1x2x3x6xf64>
  return %result : tensor<1x2x3x6xf64>
}
func.func @"631 avg_pool2d"(%0: tensor<1x5x5x2xf64> {aic.name = "t956"}) -> (tensor<1x3x6x2xf64> {aic.name = "t959"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 4, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x5x5x2xf64>) -> tensor<1x3x6x2xf64>
  return %result : tensor<1x3x6x2xf64>
}
func.func @"632 avg_pool2d"(%0: tensor<1x2x5x5xf64> {aic.name = "t954"}) -> (tensor<1x2x3x6xf64> {aic.name = "t960"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 4, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false} : (tensor<1x2x5x5xf64>) -> tensor<1x2x3x6xf64>
  return %result : tensor<1x2x3x6xf64>
}
func.func @"633 avg_pool2d"(%0: tensor<1x5x5x2xf64> {aic.name = "t956"}) -> (tensor<1x3x6x2xf64> {aic.name = "t961"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 4, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x5x5x2xf64>) -> tensor<1x3x6x2xf64>
  return %result : tensor<1x3x6x2xf64>
}
func.func @"634 max_pool2d"(%0: tensor<1x1x7x7xf64> {aic.name = "t962"}) -> (tensor<1x1x7x2xf64> {aic.name = "t963"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 3>, stride = array<i64: 1, 4>} : (tensor<1x1x7x7xf64>) -> tensor<1x1x7x2xf64>
  return %result : tensor<1x1x7x2xf64>
}
func.func @"635 max_pool2d"(%0: tensor<1x7x7x1xf64> {aic.name = "t964"}) -> (tensor<1x7x2x1xf64> {aic.name = "t965"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 3>, stride = array<i64: 1, 4>, layout = #aic.layout<nhwc>} : (tensor<1x7x7x1xf64>) -> tensor<1x7x2x1xf64>
  return %result : tensor<1x7x2x1xf64>
}
func.func @"636 avg_pool2d"(%0: tensor<1x1x7x7xf64> {aic.name = "t962"}) -> (tensor<1x1x7x2xf64> {aic.name = "t966"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 3>, stride = array<i64: 1, 4>} : (tensor<1x1x7x7xf64>) -> tensor<1x1x7x2xf64>
  return %result : tensor<1x1x7x2xf64>
}
func.func @"637 avg_pool2d"(%0: tensor<1x7x7x1xf64> {aic.name = "t964"}) -> (tensor<1x7x2x1xf64> {aic.name = "t967"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 3>, stride = array<i64: 1, 4>, layout = #aic.layout<nhwc>} : (tensor<1x7x7x1xf64>) -> tensor<1x7x2x1xf64>
  return %result : tensor<1x7x2x1xf64>
}
func.func @"638 avg_pool2d"(%0: tensor<1x1x7x7xf64> {aic.name = "t962"}) -> (tensor<1x1x7x2xf64> {aic.name = "t966"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 3>, stride = array<i64: 1, 4>, count_include_pad = false} : (tensor<1x1x7x7xf64>) -> tensor<1x1x7x2xf64>
  return %result : tensor<1x1x7x2xf64>
}
func.func @"639 avg_pool2d"(%0: tensor<1x7x7x1xf64> {aic.name = "t964"}) -> (tensor<1x7x2x1xf64> {aic.name = "t967"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 3>, stride = array<i64: 1, 4>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x7x7x1xf64>) -> tensor<1x7x2x1xf64>
  return %result : tensor<1x7x2x1xf64>
}
func.func @"640 max_pool2d"(%0: tensor<1x2x4x11xf64> {aic.name = "t968"}) -> (tensor<1x2x2x2xf64> {aic.name = "t969"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 4>, stride = array<i64: 4, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, dilation = array<i64: 2, 3>} : (tensor<1x2x4x11xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"641 max_pool2d"(%0: tensor<1x4x11x2xf64> {aic.name = "t970"}) -> (tensor<1x2x2x2xf64> {aic.name = "t971"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 4>, stride = array<i64: 4, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<1x4x11x2xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"642 max_pool2d"(%0: tensor<1x2x10x5xf64> {aic.name = "t972"}) -> (tensor<1x2x6x3xf64> {aic.name = "t973"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 4, 1>, stride = array<i64: 1, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, dilation = array<i64: 2, 1>} : (tensor<1x2x10x5xf64>) -> tensor<1x2x6x3xf64>
  return %result : tensor<1x2x6x3xf64>
}
func.func @"643 max_pool2d"(%0: tensor<1x10x5x2xf64> {aic.name = "t974"}) -> (tensor<1x6x3x2xf64> {aic.name = "t975"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 4, 1>, stride = array<i64: 1, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, dilation = array<i64: 2, 1>, layout = #aic.layout<nhwc>} : (tensor<1x10x5x2xf64>) -> tensor<1x6x3x2xf64>
  return %result : tensor<1x6x3x2xf64>
}
func.func @"644 max_pool2d"(%0: tensor<1x1x3x2xf64> {aic.name = "t976"}) -> (tensor<1x1x2x1xf64> {aic.name = "t977"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 2, 3>, ceil_mode = true} : (tensor<1x1x3x2xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"645 max_pool2d"(%0: tensor<1x3x2x1xf64> {aic.name = "t978"}) -> (tensor<1x2x1x1xf64> {aic.name = "t979"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 2, 3>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x3x2x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"646 avg_pool2d"(%0: tensor<1x1x3x2xf64> {aic.name = "t976"}) -> (tensor<1x1x2x1xf64> {aic.name = "t977"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 2, 3>, ceil_mode = true} : (tensor<1x1x3x2xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"647 avg_pool2d"(%0: tensor<1x3x2x1xf64> {aic.name = "t978"}) -> (tensor<1x2x1x1xf64> {aic.name = "t979"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 2, 3>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x3x2x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"648 avg_pool2d"(%0: tensor<1x1x3x2xf64> {aic.name = "t976"}) -> (tensor<1x1x2x1xf64> {aic.name = "t977"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 2, 3>, ceil_mode = true, count_include_pad = false} : (tensor<1x1x3x2xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"649 avg_pool2d"(%0: tensor<1x3x2x1xf64> {aic.name = "t978"}) -> (tensor<1x2x1x1xf64> {aic.name = "t979"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 2, 3>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x3x2x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"650 max_pool2d"(%0: tensor<1x2x7x2xf64> {aic.name = "t980"}) -> (tensor<1x2x4x1xf64> {aic.name = "t981"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 2, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x2x7x2xf64>) -> tensor<1x2x4x1xf64>
  return %result : tensor<1x2x4x1xf64>
}
func.func @"651 max_pool2d"(%0: tensor<1x7x2x2xf64> {aic.name = "t982"}) -> (tensor<1x4x1x2xf64> {aic.name = "t983"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 2, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x7x2x2xf64>) -> tensor<1x4x1x2xf64>
  return %result : tensor<1x4x1x2xf64>
}
func.func @"652 avg_pool2d"(%0: tensor<1x2x7x2xf64> {aic.name = "t980"}) -> (tensor<1x2x4x1xf64> {aic.name = "t984"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 2, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x2x7x2xf64>) -> tensor<1x2x4x1xf64>
  return %result : tensor<1x2x4x1xf64>
}
func.func @"653 avg_pool2d"(%0: tensor<1x7x2x2xf64> {aic.name = "t982"}) -> (tensor<1x4x1x2xf64> {aic.name = "t985"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 2, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x7x2x2xf64>) -> tensor<1x4x1x2xf64>
  return %result : tensor<1x4x1x2xf64>
}
func.func @"654 avg_pool2d"(%0: tensor<1x2x7x2xf64> {aic.name = "t980"}) -> (tensor<1x2x4x1xf64> {aic.name = "t986"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 2, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false} : (tensor<1x2x7x2xf64>) -> tensor<1x2x4x1xf64>
  return %result : tensor<1x2x4x1xf64>
}
func.func @"655 avg_pool2d"(%0: tensor<1x7x2x2xf64> {aic.name = "t982"}) -> (tensor<1x4x1x2xf64> {aic.name = "t987"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 2, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x7x2x2xf64>) -> tensor<1x4x1x2xf64>
  return %result : tensor<1x4x1x2xf64>
}
func.func @"656 max_pool2d"(%0: tensor<1x1x1x5xf64> {aic.name = "t988"}) -> (tensor<1x1x1x2xf64> {aic.name = "t989"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 3>, ceil_mode = true} : (tensor<1x1x1x5xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"657 max_pool2d"(%0: tensor<1x1x5x1xf64> {aic.name = "t990"}) -> (tensor<1x1x2x1xf64> {aic.name = "t991"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 3>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x1x5x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"658 avg_pool2d"(%0: tensor<1x1x1x5xf64> {aic.name = "t988"}) -> (tensor<1x1x1x2xf64> {aic.name = "t989"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 3>, ceil_mode = true} : (tensor<1x1x1x5xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"659 avg_pool2d"(%0: tensor<1x1x5x1xf64> {aic.name = "t990"}) -> (tensor<1x1x2x1xf64> {aic.name = "t991"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 3>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x1x5x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"660 avg_pool2d"(%0: tensor<1x1x1x5xf64> {aic.name = "t988"}) -> (tensor<1x1x1x2xf64> {aic.name = "t989"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 3>, ceil_mode = true, count_include_pad = false} : (tensor<1x1x1x5xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"661 avg_pool2d"(%0: tensor<1x1x5x1xf64> {aic.name = "t990"}) -> (tensor<1x1x2x1xf64> {aic.name = "t991"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 3>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x1x5x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"662 max_pool2d"(%0: tensor<1x2x5x3xf64> {aic.name = "t992"}) -> (tensor<1x2x1x1xf64> {aic.name = "t993"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x2x5x3xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"663 max_pool2d"(%0: tensor<1x5x3x2xf64> {aic.name = "t994"}) -> (tensor<1x1x1x2xf64> {aic.name = "t995"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 0, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x5x3x2xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"664 avg_pool2d"(%0: tensor<1x2x5x3xf64> {aic.name = "t992"}) -> (tensor<1x2x1x1xf64> {aic.name = "t996"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x2x5x3xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"665 avg_pool2d"(%0: tensor<1x5x3x2xf64> {aic.name = "t994"}) -> (tensor<1x1x1x2xf64> {aic.name = "t997"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 0, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x5x3x2xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"666 avg_pool2d"(%0: tensor<1x2x5x3xf64> {aic.name = "t992"}) -> (tensor<1x2x1x1xf64> {aic.name = "t998"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 0, 1, 0, 1>, count_include_pad = false} : (tensor<1x2x5x3xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"667 avg_pool2d"(%0: tensor<1x5x3x2xf64> {aic.name = "t994"}) -> (tensor<1x1x1x2xf64> {aic.name = "t999"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 0, 1, 0, 1>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x5x3x2xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"668 max_pool2d"(%0: tensor<1x1x7x6xf64> {aic.name = "t1000"}) -> (tensor<1x1x2x2xf64> {aic.name = "t1001"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 4, 1>, stride = array<i64: 2, 4>, padding = array<i64: 1, 0, 1, 0>, dilation = array<i64: 2, 3>} : (tensor<1x1x7x6xf64>) -> tensor<1x1x2x2xf64>
  return %result : tensor<1x1x2x2xf64>
}
func.func @"669 max_pool2d"(%0: tensor<1x7x6x1xf64> {aic.name = "t1002"}) -> (tensor<1x2x2x1xf64> {aic.name = "t1003"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 4, 1>, stride = array<i64: 2, 4>, padding = array<i64: 1, 0, 1, 0>, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x1xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"670 max_pool2d"(%0: tensor<1x2x6x3xf64> {aic.name = "t1004"}) -> (tensor<1x2x2x1xf64> {aic.name = "t1005"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 4, 3>, stride = array<i64: 4, 4>, padding = array<i64: 1, 0, 1, 0>} : (tensor<1x2x6x3xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"671 max_pool2d"(%0: tensor<1x6x3x2xf64> {aic.name = "t1006"}) -> (tensor<1x2x1x2xf64> {aic.name = "t1007"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 4, 3>, stride = array<i64: 4, 4>, padding = array<i64: 1, 0, 1, 0>, layout = #aic.layout<nhwc>} : (tensor<1x6x3x2xf64>) -> tensor<1x2x1x2xf64>
  return %result : tensor<1x2x1x2xf64>
}
func.func @"672 avg_pool2d"(%0: tensor<1x2x6x3xf64> {aic.name = "t1004"}) -> (tensor<1x2x2x1xf64> {aic.name = "t1008"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 4, 3>, stride = array<i64: 4, 4>, padding = array<i64: 1, 0, 1, 0>} : (tensor<1x2x6x3xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"673 avg_pool2d"(%0: tensor<1x6x3x2xf64> {aic.name = "t1006"}) -> (tensor<1x2x1x2xf64> {aic.name = "t1009"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 4, 3>, stride = array<i64: 4, 4>, padding = array<i64: 1, 0, 1, 0>, layout = #aic.layout<nhwc>} : (tensor<1x6x3x2xf64>) -> tensor<1x2x1x2xf64>
  return %result : tensor<1x2x1x2xf64>
}
func.func @"674 avg_pool2d"(%0: tensor<1x2x6x3xf64> {aic.name = "t1004"}) -> (tensor<1x2x2x1xf64> {aic.name = "t1010"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 4, 3>, stride = array<i64: 4, 4>, padding = array<i64: 1, 0, 1, 0>, count_include_pad = false} : (tensor<1x2x6x3xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"675 avg_pool2d"(%0: tensor<1x6x3x2xf64> {aic.name = "t1006"}) -> (tensor<1x2x1x2xf64> {aic.name = "t1011"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 4, 3>, stride = array<i64: 4, 4>, padding = array<i64: 1, 0, 1, 0>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x6x3x2xf64>) -> tensor<1x2x1x2xf64>
  return %result : tensor<1x2x1x2xf64>
}
func.func @"676 max_pool2d"(%0: tensor<1x1x8x6xf64> {aic.name = "t1012"}) -> (tensor<1x1x2x2xf64> {aic.name = "t1013"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 1>, stride = array<i64: 2, 4>, dilation = array<i64: 2, 3>} : (tensor<1x1x8x6xf64>) -> tensor<1x1x2x2xf64>
  return %result : tensor<1x1x2x2xf64>
}
func.func @"677 max_pool2d"(%0: tensor<1x8x6x1xf64> {aic.name = "t1014"}) -> (tensor<1x2x2x1xf64> {aic.name = "t1015"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 1>, stride = array<i64: 2, 4>, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<1x8x6x1xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"678 max_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1016"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1017"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"679 max_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1018"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1019"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"680 avg_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1016"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1020"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"681 avg_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1018"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1021"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"682 avg_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1016"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1022"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, count_include_pad = false} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"683 avg_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1018"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1023"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"684 max_pool2d"(%0: tensor<1x1x3x5xf64> {aic.name = "t1024"}) -> (tensor<1x1x3x2xf64> {aic.name = "t1025"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 1, 4>, padding = array<i64: 1, 2, 1, 2>, ceil_mode = true} : (tensor<1x1x3x5xf64>) -> tensor<1x1x3x2xf64>
  return %result : tensor<1x1x3x2xf64>
}
func.func @"685 max_pool2d"(%0: tensor<1x3x5x1xf64> {aic.name = "t1026"}) -> (tensor<1x3x2x1xf64> {aic.name = "t1027"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 1, 4>, padding = array<i64: 1, 2, 1, 2>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x3x5x1xf64>) -> tensor<1x3x2x1xf64>
  return %result : tensor<1x3x2x1xf64>
}
func.func @"686 avg_pool2d"(%0: tensor<1x1x3x5xf64> {aic.name = "t1024"}) -> (tensor<1x1x3x2xf64> {aic.name = "t1028"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 1, 4>, padding = array<i64: 1, 2, 1, 2>, ceil_mode = true} : (tensor<1x1x3x5xf64>) -> tensor<1x1x3x2xf64>
  return %result : tensor<1x1x3x2xf64>
}
func.func @"687 avg_pool2d"(%0: tensor<1x3x5x1xf64> {aic.name = "t1026"}) -> (tensor<1x3x2x1xf64> {aic.name = "t1029"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 1, 4>, padding = array<i64: 1, 2, 1, 2>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x3x5x1xf64>) -> tensor<1x3x2x1xf64>
  return %result : tensor<1x3x2x1xf64>
}
func.func @"688 avg_pool2d"(%0: tensor<1x1x3x5xf64> {aic.name = "t1024"}) -> (tensor<1x1x3x2xf64> {aic.name = "t1030"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 1, 4>, padding = array<i64: 1, 2, 1, 2>, ceil_mode = true, count_include_pad = false} : (tensor<1x1x3x5xf64>) -> tensor<1x1x3x2xf64>
  return %result : tensor<1x1x3x2xf64>
}
func.func @"689 avg_pool2d"(%0: tensor<1x3x5x1xf64> {aic.name = "t1026"}) -> (tensor<1x3x2x1xf64> {aic.name = "t1031"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 1, 4>, padding = array<i64: 1, 2, 1, 2>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x3x5x1xf64>) -> tensor<1x3x2x1xf64>
  return %result : tensor<1x3x2x1xf64>
}
func.func @"690 max_pool2d"(%0: tensor<1x1x6x1xf64> {aic.name = "t1032"}) -> (tensor<1x1x2x1xf64> {aic.name = "t1033"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 4>, stride = array<i64: 4, 3>, padding = array<i64: 0, 2, 0, 2>} : (tensor<1x1x6x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"691 max_pool2d"(%0: tensor<1x6x1x1xf64> {aic.name = "t1034"}) -> (tensor<1x2x1x1xf64> {aic.name = "t1035"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 4>, stride = array<i64: 4, 3>, padding = array<i64: 0, 2, 0, 2>, layout = #aic.layout<nhwc>} : (tensor<1x6x1x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"692 avg_pool2d"(%0: tensor<1x1x6x1xf64> {aic.name = "t1032"}) -> (tensor<1x1x2x1xf64> {aic.name = "t1036"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 4>, stride = array<i64: 4, 3>, padding = array<i64: 0, 2, 0, 2>} : (tensor<1x1x6x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"693 avg_pool2d"(%0: tensor<1x6x1x1xf64> {aic.name = "t1034"}) -> (tensor<1x2x1x1xf64> {aic.name = "t1037"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 4>, stride = array<i64: 4, 3>, padding = array<i64: 0, 2, 0, 2>, layout = #aic.layout<nhwc>} : (tensor<1x6x1x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"694 avg_pool2d"(%0: tensor<1x1x6x1xf64> {aic.name = "t1032"}) -> (tensor<1x1x2x1xf64> {aic.name = "t1033"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 4>, stride = array<i64: 4, 3>, padding = array<i64: 0, 2, 0, 2>, count_include_pad = false} : (tensor<1x1x6x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"695 avg_pool2d"(%0: tensor<1x6x1x1xf64> {aic.name = "t1034"}) -> (tensor<1x2x1x1xf64> {aic.name = "t1035"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 4>, stride = array<i64: 4, 3>, padding = array<i64: 0, 2, 0, 2>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x6x1x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"696 max_pool2d"(%0: tensor<1x1x1x6xf64> {aic.name = "t1038"}) -> (tensor<1x1x1x2xf64> {aic.name = "t1039"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x1x1x6xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"697 max_pool2d"(%0: tensor<1x1x6x1xf64> {aic.name = "t1040"}) -> (tensor<1x1x2x1xf64> {aic.name = "t1041"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x1x6x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"698 avg_pool2d"(%0: tensor<1x1x1x6xf64> {aic.name = "t1038"}) -> (tensor<1x1x1x2xf64> {aic.name = "t1042"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true} : (tensor<1x1x1x6xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"699 avg_pool2d"(%0: tensor<1x1x6x1xf64> {aic.name = "t1040"}) -> (tensor<1x1x2x1xf64> {aic.name = "t1043"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x1x6x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"700 avg_pool2d"(%0: tensor<1x1x1x6xf64> {aic.name = "t1038"}) -> (tensor<1x1x1x2xf64> {aic.name = "t1044"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false} : (tensor<1x1x1x6xf64>) -> tensor<1x1x1x2xf64>
  return %result : tensor<1x1x1x2xf64>
}
func.func @"701 avg_pool2d"(%0: tensor<1x1x6x1xf64> {aic.name = "t1040"}) -> (tensor<1x1x2x1xf64> {aic.name = "t1045"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 3, 4>, padding = array<i64: 1, 1, 1, 1>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x1x6x1xf64>) -> tensor<1x1x2x1xf64>
  return %result : tensor<1x1x2x1xf64>
}
func.func @"702 max_pool2d"(%0: tensor<1x1x4x5xf64> {aic.name = "t1046"}) -> (tensor<1x1x1x3xf64> {aic.name = "t1047"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 2>, stride = array<i64: 4, 2>, padding = array<i64: 0, 1, 0, 1>, ceil_mode = true, dilation = array<i64: 2, 1>} : (tensor<1x1x4x5xf64>) -> tensor<1x1x1x3xf64>
  return %result : tensor<1x1x1x3xf64>
}
func.func @"703 max_pool2d"(%0: tensor<1x4x5x1xf64> {aic.name = "t1048"}) -> (tensor<1x1x3x1xf64> {aic.name = "t1049"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 2>, stride = array<i64: 4, 2>, padding = array<i64: 0, 1, 0, 1>, ceil_mode = true, dilation = array<i64: 2, 1>, layout = #aic.layout<nhwc>} : (tensor<1x4x5x1xf64>) -> tensor<1x1x3x1xf64>
  return %result : tensor<1x1x3x1xf64>
}
func.func @"704 max_pool2d"(%0: tensor<1x1x7x9xf64> {aic.name = "t1050"}) -> (tensor<1x1x2x3xf64> {aic.name = "t1051"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 1, 0, 1, 0>} : (tensor<1x1x7x9xf64>) -> tensor<1x1x2x3xf64>
  return %result : tensor<1x1x2x3xf64>
}
func.func @"705 max_pool2d"(%0: tensor<1x7x9x1xf64> {aic.name = "t1052"}) -> (tensor<1x2x3x1xf64> {aic.name = "t1053"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 1, 0, 1, 0>, layout = #aic.layout<nhwc>} : (tensor<1x7x9x1xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"706 avg_pool2d"(%0: tensor<1x1x7x9xf64> {aic.name = "t1050"}) -> (tensor<1x1x2x3xf64> {aic.name = "t1054"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 1, 0, 1, 0>} : (tensor<1x1x7x9xf64>) -> tensor<1x1x2x3xf64>
  return %result : tensor<1x1x2x3xf64>
}
func.func @"707 avg_pool2d"(%0: tensor<1x7x9x1xf64> {aic.name = "t1052"}) -> (tensor<1x2x3x1xf64> {aic.name = "t1055"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 1, 0, 1, 0>, layout = #aic.layout<nhwc>} : (tensor<1x7x9x1xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"708 avg_pool2d"(%0: tensor<1x1x7x9xf64> {aic.name = "t1050"}) -> (tensor<1x1x2x3xf64> {aic.name = "t1056"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 1, 0, 1, 0>, count_include_pad = false} : (tensor<1x1x7x9xf64>) -> tensor<1x1x2x3xf64>
  return %result : tensor<1x1x2x3xf64>
}
func.func @"709 avg_pool2d"(%0: tensor<1x7x9x1xf64> {aic.name = "t1052"}) -> (tensor<1x2x3x1xf64> {aic.name = "t1057"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 3>, stride = array<i64: 4, 3>, padding = array<i64: 1, 0, 1, 0>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x7x9x1xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"710 max_pool2d"(%0: tensor<1x2x6x8xf64> {aic.name = "t1058"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1059"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 2, 3>, ceil_mode = true} : (tensor<1x2x6x8xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"711 max_pool2d"(%0: tensor<1x6x8x2xf64> {aic.name = "t1060"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1061"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 2, 3>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x6x8x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"712 avg_pool2d"(%0: tensor<1x2x6x8xf64> {aic.name = "t1058"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1062"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 2, 3>, ceil_mode = true} : (tensor<1x2x6x8xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"713 avg_pool2d"(%0: tensor<1x6x8x2xf64> {aic.name = "t1060"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1063"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 2, 3>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x6x8x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"714 avg_pool2d"(%0: tensor<1x2x6x8xf64> {aic.name = "t1058"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1062"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 2, 3>, ceil_mode = true, count_include_pad = false} : (tensor<1x2x6x8xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"715 avg_pool2d"(%0: tensor<1x6x8x2xf64> {aic.name = "t1060"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1063"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 3>, stride = array<i64: 2, 3>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x6x8x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"716 max_pool2d"(%0: tensor<1x2x7x4xf64> {aic.name = "t1064"}) -> (tensor<1x2x4x5xf64> {aic.name = "t1065"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x2x7x4xf64>) -> tensor<1x2x4x5xf64>
  return %result : tensor<1x2x4x5xf64>
}
func.func @"717 max_pool2d"(%0: tensor<1x7x4x2xf64> {aic.name = "t1066"}) -> (tensor<1x4x5x2xf64> {aic.name = "t1067"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x4x2xf64>) -> tensor<1x4x5x2xf64>
  return %result : tensor<1x4x5x2xf64>
}
func.func @"718 avg_pool2d"(%0: tensor<1x2x7x4xf64> {aic.name = "t1064"}) -> (tensor<1x2x4x5xf64> {aic.name = "t1068"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x2x7x4xf64>) -> tensor<1x2x4x5xf64>
  return %result : tensor<1x2x4x5xf64>
}
func.func @"719 avg_pool2d"(%0: tensor<1x7x4x2xf64> {aic.name = "t1066"}) -> (tensor<1x4x5x2xf64> {aic.name = "t1069"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x4x2xf64>) -> tensor<1x4x5x2xf64>
  return %result : tensor<1x4x5x2xf64>
}
func.func @"720 avg_pool2d"(%0: tensor<1x2x7x4xf64> {aic.name = "t1064"}) -> (tensor<1x2x4x5xf64> {aic.name = "t1070"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, count_include_pad = false} : (tensor<1x2x7x4xf64>) -> tensor<1x2x4x5xf64>
  return %result : tensor<1x2x4x5xf64>
}
func.func @"721 avg_pool2d"(%0: tensor<1x7x4x2xf64> {aic.name = "t1066"}) -> (tensor<1x4x5x2xf64> {aic.name = "t1071"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x7x4x2xf64>) -> tensor<1x4x5x2xf64>
  return %result : tensor<1x4x5x2xf64>
}
func.func @"722 max_pool2d"(%0: tensor<1x2x6x1xf64> {aic.name = "t1072"}) -> (tensor<1x2x3x1xf64> {aic.name = "t1073"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 1>, stride = array<i64: 2, 1>, ceil_mode = true} : (tensor<1x2x6x1xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"723 max_pool2d"(%0: tensor<1x6x1x2xf64> {aic.name = "t1074"}) -> (tensor<1x3x1x2xf64> {aic.name = "t1075"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 1>, stride = array<i64: 2, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x6x1x2xf64>) -> tensor<1x3x1x2xf64>
  return %result : tensor<1x3x1x2xf64>
}
func.func @"724 avg_pool2d"(%0: tensor<1x2x6x1xf64> {aic.name = "t1072"}) -> (tensor<1x2x3x1xf64> {aic.name = "t1076"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 1>, stride = array<i64: 2, 1>, ceil_mode = true} : (tensor<1x2x6x1xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"725 avg_pool2d"(%0: tensor<1x6x1x2xf64> {aic.name = "t1074"}) -> (tensor<1x3x1x2xf64> {aic.name = "t1077"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 1>, stride = array<i64: 2, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x6x1x2xf64>) -> tensor<1x3x1x2xf64>
  return %result : tensor<1x3x1x2xf64>
}
func.func @"726 avg_pool2d"(%0: tensor<1x2x6x1xf64> {aic.name = "t1072"}) -> (tensor<1x2x3x1xf64> {aic.name = "t1076"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 1>, stride = array<i64: 2, 1>, ceil_mode = true, count_include_pad = false} : (tensor<1x2x6x1xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"727 avg_pool2d"(%0: tensor<1x6x1x2xf64> {aic.name = "t1074"}) -> (tensor<1x3x1x2xf64> {aic.name = "t1077"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 1>, stride = array<i64: 2, 1>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x6x1x2xf64>) -> tensor<1x3x1x2xf64>
  return %result : tensor<1x3x1x2xf64>
}
func.func @"728 max_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t1078"}) -> (tensor<1x2x2x8xf64> {aic.name = "t1079"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 2>, stride = array<i64: 3, 1>, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x2x6x7xf64>) -> tensor<1x2x2x8xf64>
  return %result : tensor<1x2x2x8xf64>
}
func.func @"729 max_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t1080"}) -> (tensor<1x2x8x2xf64> {aic.name = "t1081"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 2>, stride = array<i64: 3, 1>, padding = array<i64: 0, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x2x8x2xf64>
  return %result : tensor<1x2x8x2xf64>
}
func.func @"730 avg_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t1078"}) -> (tensor<1x2x2x8xf64> {aic.name = "t1082"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 2>, stride = array<i64: 3, 1>, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x2x6x7xf64>) -> tensor<1x2x2x8xf64>
  return %result : tensor<1x2x2x8xf64>
}
func.func @"731 avg_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t1080"}) -> (tensor<1x2x8x2xf64> {aic.name = "t1083"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 2>, stride = array<i64: 3, 1>, padding = array<i64: 0, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x2x8x2xf64>
  return %result : tensor<1x2x8x2xf64>
}
func.func @"732 avg_pool2d"(%0: tensor<1x2x6x7xf64> {aic.name = "t1078"}) -> (tensor<1x2x2x8xf64> {aic.name = "t1084"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 2>, stride = array<i64: 3, 1>, padding = array<i64: 0, 1, 0, 1>, count_include_pad = false} : (tensor<1x2x6x7xf64>) -> tensor<1x2x2x8xf64>
  return %result : tensor<1x2x2x8xf64>
}
func.func @"733 avg_pool2d"(%0: tensor<1x6x7x2xf64> {aic.name = "t1080"}) -> (tensor<1x2x8x2xf64> {aic.name = "t1085"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 2>, stride = array<i64: 3, 1>, padding = array<i64: 0, 1, 0, 1>, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x6x7x2xf64>) -> tensor<1x2x8x2xf64>
  return %result : tensor<1x2x8x2xf64>
}
func.func @"734 max_pool2d"(%0: tensor<1x2x4x4xf64> {aic.name = "t1086"}) -> (tensor<1x2x3x2xf64> {aic.name = "t1087"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true} : (tensor<1x2x4x4xf64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"735 max_pool2d"(%0: tensor<1x4x4x2xf64> {aic.name = "t1088"}) -> (tensor<1x3x2x2xf64> {aic.name = "t1089"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x4x4x2xf64>) -> tensor<1x3x2x2xf64>
  return %result : tensor<1x3x2x2xf64>
}
func.func @"736 avg_pool2d"(%0: tensor<1x2x4x4xf64> {aic.name = "t1086"}) -> (tensor<1x2x3x2xf64> {aic.name = "t1090"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true} : (tensor<1x2x4x4xf64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"737 avg_pool2d"(%0: tensor<1x4x4x2xf64> {aic.name = "t1088"}) -> (tensor<1x3x2x2xf64> {aic.name = "t1091"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x4x4x2xf64>) -> tensor<1x3x2x2xf64>
  return %result : tensor<1x3x2x2xf64>
}
func.func @"738 avg_pool2d"(%0: tensor<1x2x4x4xf64> {aic.name = "t1086"}) -> (tensor<1x2x3x2xf64> {aic.name = "t1092"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, count_include_pad = false} : (tensor<1x2x4x4xf64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"739 avg_pool2d"(%0: tensor<1x4x4x2xf64> {aic.name = "t1088"}) -> (tensor<1x3x2x2xf64> {aic.name = "t1093"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x4x4x2xf64>) -> tensor<1x3x2x2xf64>
  return %result : tensor<1x3x2x2xf64>
}
func.func @"740 max_pool2d"(%0: tensor<1x2x7x11xf64> {aic.name = "t1094"}) -> (tensor<1x2x3x2xf64> {aic.name = "t1095"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 1>, dilation = array<i64: 2, 3>} : (tensor<1x2x7x11xf64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"741 max_pool2d"(%0: tensor<1x7x11x2xf64> {aic.name = "t1096"}) -> (tensor<1x3x2x2xf64> {aic.name = "t1097"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 4>, stride = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 1>, dilation = array<i64: 2, 3>, layout = #aic.layout<nhwc>} : (tensor<1x7x11x2xf64>) -> tensor<1x3x2x2xf64>
  return %result : tensor<1x3x2x2xf64>
}
func.func @"742 max_pool2d"(%0: tensor<1x2x7x5xf64> {aic.name = "t1098"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1099"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 2>, ceil_mode = true} : (tensor<1x2x7x5xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"743 max_pool2d"(%0: tensor<1x7x5x2xf64> {aic.name = "t1100"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1101"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 2>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x7x5x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"744 avg_pool2d"(%0: tensor<1x2x7x5xf64> {aic.name = "t1098"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1099"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 2>, ceil_mode = true} : (tensor<1x2x7x5xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"745 avg_pool2d"(%0: tensor<1x7x5x2xf64> {aic.name = "t1100"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1101"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 2>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x7x5x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"746 avg_pool2d"(%0: tensor<1x2x7x5xf64> {aic.name = "t1098"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1099"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 2>, ceil_mode = true, count_include_pad = false} : (tensor<1x2x7x5xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"747 avg_pool2d"(%0: tensor<1x7x5x2xf64> {aic.name = "t1100"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1101"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 1, 1>, stride = array<i64: 3, 2>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x7x5x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"748 max_pool2d"(%0: tensor<1x1x5x4xf64> {aic.name = "t1102"}) -> (tensor<1x1x2x2xf64> {aic.name = "t1103"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true} : (tensor<1x1x5x4xf64>) -> tensor<1x1x2x2xf64>
  return %result : tensor<1x1x2x2xf64>
}
func.func @"749 max_pool2d"(%0: tensor<1x5x4x1xf64> {aic.name = "t1104"}) -> (tensor<1x2x2x1xf64> {aic.name = "t1105"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x5x4x1xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"750 avg_pool2d"(%0: tensor<1x1x5x4xf64> {aic.name = "t1102"}) -> (tensor<1x1x2x2xf64> {aic.name = "t1106"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true} : (tensor<1x1x5x4xf64>) -> tensor<1x1x2x2xf64>
  return %result : tensor<1x1x2x2xf64>
}
func.func @"751 avg_pool2d"(%0: tensor<1x5x4x1xf64> {aic.name = "t1104"}) -> (tensor<1x2x2x1xf64> {aic.name = "t1107"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x5x4x1xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"752 avg_pool2d"(%0: tensor<1x1x5x4xf64> {aic.name = "t1102"}) -> (tensor<1x1x2x2xf64> {aic.name = "t1108"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, count_include_pad = false} : (tensor<1x1x5x4xf64>) -> tensor<1x1x2x2xf64>
  return %result : tensor<1x1x2x2xf64>
}
func.func @"753 avg_pool2d"(%0: tensor<1x5x4x1xf64> {aic.name = "t1104"}) -> (tensor<1x2x2x1xf64> {aic.name = "t1109"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 2, 1>, stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 0>, ceil_mode = true, count_include_pad = false, layout = #aic.layout<nhwc>} : (tensor<1x5x4x1xf64>) -> tensor<1x2x2x1xf64>
  return %result : tensor<1x2x2x1xf64>
}
func.func @"754 max_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1110"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1111"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 1, 1, 0>} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"755 max_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1112"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1113"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 1, 1, 0>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"756 avg_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1110"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1114"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 1, 1, 0>} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"757 avg_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1112"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1115"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 1, 1, 0>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"758 max_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1116"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1117"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 0, 1>} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"759 max_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1118"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1119"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"760 avg_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1116"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1120"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 0, 1>} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"761 avg_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1118"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1121"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 1, 0, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"762 max_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1122"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1123"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 0, 1, 1>} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"763 max_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1124"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1125"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 0, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"764 avg_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1122"}) -> (tensor<1x2x3x3xf64> {aic.name = "t1126"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 0, 1, 1>} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x3xf64>
  return %result : tensor<1x2x3x3xf64>
}
func.func @"765 avg_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1124"}) -> (tensor<1x3x3x2xf64> {aic.name = "t1127"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 0, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x3x2xf64>
  return %result : tensor<1x3x3x2xf64>
}
func.func @"766 max_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1128"}) -> (tensor<1x2x3x4xf64> {aic.name = "t1129"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 0, 1>} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x4xf64>
  return %result : tensor<1x2x3x4xf64>
}
func.func @"767 max_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1130"}) -> (tensor<1x3x4x2xf64> {aic.name = "t1131"}) {
  %result = aic.max_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x4x2xf64>
  return %result : tensor<1x3x4x2xf64>
}
func.func @"768 avg_pool2d"(%0: tensor<1x2x7x6xf64> {aic.name = "t1128"}) -> (tensor<1x2x3x4xf64> {aic.name = "t1132"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 0, 1>} : (tensor<1x2x7x6xf64>) -> tensor<1x2x3x4xf64>
  return %result : tensor<1x2x3x4xf64>
}
func.func @"769 avg_pool2d"(%0: tensor<1x7x6x2xf64> {aic.name = "t1130"}) -> (tensor<1x3x4x2xf64> {aic.name = "t1133"}) {
  %result = aic.avg_pool2d %0 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 0, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x6x2xf64>) -> tensor<1x3x4x2xf64>
  return %result : tensor<1x3x4x2xf64>
}
func.func @"770 adaptive_avg_pool2d"(%0: tensor<2x3x7x5xf64> {aic.name = "t1134"}) -> (tensor<2x3x3x2xf64> {aic.name = "t1135"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 3, 2>} : (tensor<2x3x7x5xf64>) -> tensor<2x3x3x2xf64>
  return %result : tensor<2x3x3x2xf64>
}
func.func @"771 adaptive_avg_pool2d"(%0: tensor<2x7x5x3xf64> {aic.name = "t1136"}) -> (tensor<2x3x2x3xf64> {aic.name = "t1137"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 3, 2>, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf64>) -> tensor<2x3x2x3xf64>
  return %result : tensor<2x3x2x3xf64>
}
func.func @"772 adaptive_avg_pool2d"(%0: tensor<2x3x7x5xf64> {aic.name = "t1138"}) -> (tensor<2x3x1x1xf64> {aic.name = "t1139"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 1, 1>} : (tensor<2x3x7x5xf64>) -> tensor<2x3x1x1xf64>
  return %result : tensor<2x3x1x1xf64>
}
func.func @"773 adaptive_avg_pool2d"(%0: tensor<2x7x5x3xf64> {aic.name = "t1140"}) -> (tensor<2x1x1x3xf64> {aic.name = "t1141"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf64>) -> tensor<2x1x1x3xf64>
  return %result : tensor<2x1x1x3xf64>
}
func.func @"774 adaptive_avg_pool2d"(%0: tensor<2x3x7x5xf64> {aic.name = "t1142"}) -> (tensor<2x3x7x5xf64> {aic.name = "t1142"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 7, 5>} : (tensor<2x3x7x5xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"775 adaptive_avg_pool2d"(%0: tensor<2x7x5x3xf64> {aic.name = "t1143"}) -> (tensor<2x7x5x3xf64> {aic.name = "t1143"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 7, 5>, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf64>) -> tensor<2x7x5x3xf64>
  return %result : tensor<2x7x5x3xf64>
}
func.func @"776 adaptive_avg_pool2d"(%0: tensor<2x3x7x5xf64> {aic.name = "t1144"}) -> (tensor<2x3x10x3xf64> {aic.name = "t1145"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 10, 3>} : (tensor<2x3x7x5xf64>) -> tensor<2x3x10x3xf64>
  return %result : tensor<2x3x10x3xf64>
}
func.func @"777 adaptive_avg_pool2d"(%0: tensor<2x7x5x3xf64> {aic.name = "t1146"}) -> (tensor<2x10x3x3xf64> {aic.name = "t1147"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 10, 3>, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf64>) -> tensor<2x10x3x3xf64>
  return %result : tensor<2x10x3x3xf64>
}
func.func @"778 adaptive_avg_pool2d"(%0: tensor<2x3x5x7xf64> {aic.name = "t1148"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1149"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 4, 6>} : (tensor<2x3x5x7xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"779 adaptive_avg_pool2d"(%0: tensor<2x5x7x3xf64> {aic.name = "t1150"}) -> (tensor<2x4x6x3xf64> {aic.name = "t1151"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 4, 6>, layout = #aic.layout<nhwc>} : (tensor<2x5x7x3xf64>) -> tensor<2x4x6x3xf64>
  return %result : tensor<2x4x6x3xf64>
}
func.func @"780 adaptive_avg_pool2d"(%0: tensor<2x3x1x1xf64> {aic.name = "t1152"}) -> (tensor<2x3x3x3xf64> {aic.name = "t1153"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 3, 3>} : (tensor<2x3x1x1xf64>) -> tensor<2x3x3x3xf64>
  return %result : tensor<2x3x3x3xf64>
}
func.func @"781 adaptive_avg_pool2d"(%0: tensor<2x1x1x3xf64> {aic.name = "t1154"}) -> (tensor<2x3x3x3xf64> {aic.name = "t1155"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 3, 3>, layout = #aic.layout<nhwc>} : (tensor<2x1x1x3xf64>) -> tensor<2x3x3x3xf64>
  return %result : tensor<2x3x3x3xf64>
}
func.func @"782 adaptive_avg_pool2d"(%0: tensor<2x3x6x6xf64> {aic.name = "t1156"}) -> (tensor<2x3x2x4xf64> {aic.name = "t1157"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 2, 4>} : (tensor<2x3x6x6xf64>) -> tensor<2x3x2x4xf64>
  return %result : tensor<2x3x2x4xf64>
}
func.func @"783 adaptive_avg_pool2d"(%0: tensor<2x6x6x3xf64> {aic.name = "t1158"}) -> (tensor<2x2x4x3xf64> {aic.name = "t1159"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 2, 4>, layout = #aic.layout<nhwc>} : (tensor<2x6x6x3xf64>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"784 adaptive_avg_pool2d"(%0: tensor<2x3x13x3xf64> {aic.name = "t1160"}) -> (tensor<2x3x5x2xf64> {aic.name = "t1161"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 5, 2>} : (tensor<2x3x13x3xf64>) -> tensor<2x3x5x2xf64>
  return %result : tensor<2x3x5x2xf64>
}
func.func @"785 adaptive_avg_pool2d"(%0: tensor<2x13x3x3xf64> {aic.name = "t1162"}) -> (tensor<2x5x2x3xf64> {aic.name = "t1163"}) {
  %result = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 5, 2>, layout = #aic.layout<nhwc>} : (tensor<2x13x3x3xf64>) -> tensor<2x5x2x3xf64>
  return %result : tensor<2x5x2x3xf64>
}
func.func @"786 matmul"(%0: tensor<3x4xf64> {aic.name = "t1164"}, %1: tensor<4x5xf64> {aic.name = "t1165"}) -> (tensor<3x5xf64> {aic.name = "t1166"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<3x4xf64>, tensor<4x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"787 matmul"(%0: tensor<2x3x4xf64> {aic.name = "t1167"}, %1: tensor<4x5xf64> {aic.name = "t1168"}) -> (tensor<2x3x5xf64> {aic.name = "t1169"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<2x3x4xf64>, tensor<4x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"788 matmul"(%0: tensor<3x4xf64> {aic.name = "t1170"}, %1: tensor<2x4x5xf64> {aic.name = "t1171"}) -> (tensor<2x3x5xf64> {aic.name = "t1172"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<3x4xf64>, tensor<2x4x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"789 matmul"(%0: tensor<2x1x3x4xf64> {aic.name = "t1173"}, %1: tensor<5x4x6xf64> {aic.name = "t1174"}) -> (tensor<2x5x3x6xf64> {aic.name = "t1175"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<2x1x3x4xf64>, tensor<5x4x6xf64>) -> tensor<2x5x3x6xf64>
  return %result : tensor<2x5x3x6xf64>
}
func.func @"790 matmul"(%0: tensor<1x3x2xf64> {aic.name = "t1176"}, %1: tensor<4x2x1xf64> {aic.name = "t1177"}) -> (tensor<4x3x1xf64> {aic.name = "t1178"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<1x3x2xf64>, tensor<4x2x1xf64>) -> tensor<4x3x1xf64>
  return %result : tensor<4x3x1xf64>
}
func.func @"791 matmul"(%0: tensor<2x3x1x7xf64> {aic.name = "t1179"}, %1: tensor<2x3x7x1xf64> {aic.name = "t1180"}) -> (tensor<2x3x1x1xf64> {aic.name = "t1181"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<2x3x1x7xf64>, tensor<2x3x7x1xf64>) -> tensor<2x3x1x1xf64>
  return %result : tensor<2x3x1x1xf64>
}
func.func @"792 matmul"(%0: tensor<1x1xf64> {aic.name = "t1182"}, %1: tensor<1x1xf64> {aic.name = "t1183"}) -> (tensor<1x1xf64> {aic.name = "t1184"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<1x1xf64>, tensor<1x1xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"793 matmul"(%0: tensor<3x0xf64> {aic.name = "t1185"}, %1: tensor<0x2xf64> {aic.name = "t1186"}) -> (tensor<3x2xf64> {aic.name = "t1187"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<3x0xf64>, tensor<0x2xf64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"794 matmul"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<3x2xf64> {aic.name = "t1188"}) -> (tensor<0x2xf64> {aic.name = "t1186"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<0x3xf64>, tensor<3x2xf64>) -> tensor<0x2xf64>
  return %result : tensor<0x2xf64>
}
func.func @"795 matmul"(%0: tensor<2x2x0xf64> {aic.name = "t1189"}, %1: tensor<2x0x3xf64> {aic.name = "t567"}) -> (tensor<2x2x3xf64> {aic.name = "t1190"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<2x2x0xf64>, tensor<2x0x3xf64>) -> tensor<2x2x3xf64>
  return %result : tensor<2x2x3xf64>
}
func.func @"796 matmul"(%0: tensor<17x16xf64> {aic.name = "t1191"}, %1: tensor<16x15xf64> {aic.name = "t1192"}) -> (tensor<17x15xf64> {aic.name = "t1193"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<17x16xf64>, tensor<16x15xf64>) -> tensor<17x15xf64>
  return %result : tensor<17x15xf64>
}
func.func @"797 matmul"(%0: tensor<0x2x3xf64> {aic.name = "t1194"}, %1: tensor<1x3x2xf64> {aic.name = "t1195"}) -> (tensor<0x2x2xf64> {aic.name = "t1196"}) attributes {summed} {
  %result = aic.matmul %0, %1 : (tensor<0x2x3xf64>, tensor<1x3x2xf64>) -> tensor<0x2x2xf64>
  return %result : tensor<0x2x2xf64>
}
func.func @"798 linear"(%0: tensor<4xf64> {aic.name = "t1197"}, %1: tensor<3x4xf64> {aic.name = "t1198"}) -> (tensor<3xf64> {aic.name = "t1199"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<4xf64>, tensor<3x4xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"799 linear"(%0: tensor<4xf64> {aic.name = "t1197"}, %1: tensor<3x4xf64> {aic.name = "t1198"}, %2: tensor<3xf64> {aic.name = "t1200"}) -> (tensor<3xf64> {aic.name = "t1201"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<4xf64>, tensor<3x4xf64>, tensor<3xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"800 linear"(%0: tensor<3x4xf64> {aic.name = "t1202"}, %1: tensor<5x4xf64> {aic.name = "t1203"}) -> (tensor<3x5xf64> {aic.name = "t1204"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<3x4xf64>, tensor<5x4xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"801 linear"(%0: tensor<3x4xf64> {aic.name = "t1202"}, %1: tensor<5x4xf64> {aic.name = "t1203"}, %2: tensor<5xf64> {aic.name = "t1205"}) -> (tensor<3x5xf64> {aic.name = "t1206"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"802 linear"(%0: tensor<2x3x4xf64> {aic.name = "t1207"}, %1: tensor<1x4xf64> {aic.name = "t1208"}) -> (tensor<2x3x1xf64> {aic.name = "t1209"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<2x3x4xf64>, tensor<1x4xf64>) -> tensor<2x3x1xf64>
  return %result : tensor<2x3x1xf64>
}
func.func @"803 linear"(%0: tensor<2x3x4xf64> {aic.name = "t1207"}, %1: tensor<1x4xf64> {aic.name = "t1208"}, %2: tensor<1xf64> {aic.name = "t1210"}) -> (tensor<2x3x1xf64> {aic.name = "t1211"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<2x3x4xf64>, tensor<1x4xf64>, tensor<1xf64>) -> tensor<2x3x1xf64>
  return %result : tensor<2x3x1xf64>
}
func.func @"804 linear"(%0: tensor<2x1xf64> {aic.name = "t1212"}, %1: tensor<3x1xf64> {aic.name = "t1213"}) -> (tensor<2x3xf64> {aic.name = "t1214"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<2x1xf64>, tensor<3x1xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"805 linear"(%0: tensor<2x1xf64> {aic.name = "t1212"}, %1: tensor<3x1xf64> {aic.name = "t1213"}, %2: tensor<3xf64> {aic.name = "t1215"}) -> (tensor<2x3xf64> {aic.name = "t1216"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<2x1xf64>, tensor<3x1xf64>, tensor<3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"806 linear"(%0: tensor<3x7xf64> {aic.name = "t1217"}, %1: tensor<2x7xf64> {aic.name = "t1218"}) -> (tensor<3x2xf64> {aic.name = "t1219"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<3x7xf64>, tensor<2x7xf64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"807 linear"(%0: tensor<3x7xf64> {aic.name = "t1217"}, %1: tensor<2x7xf64> {aic.name = "t1218"}, %2: tensor<2xf64> {aic.name = "t1220"}) -> (tensor<3x2xf64> {aic.name = "t1221"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<3x7xf64>, tensor<2x7xf64>, tensor<2xf64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"808 linear"(%0: tensor<3x8xf64> {aic.name = "t1222"}, %1: tensor<2x8xf64> {aic.name = "t1223"}) -> (tensor<3x2xf64> {aic.name = "t1224"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<3x8xf64>, tensor<2x8xf64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"809 linear"(%0: tensor<3x8xf64> {aic.name = "t1222"}, %1: tensor<2x8xf64> {aic.name = "t1223"}, %2: tensor<2xf64> {aic.name = "t1225"}) -> (tensor<3x2xf64> {aic.name = "t1226"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<3x8xf64>, tensor<2x8xf64>, tensor<2xf64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"810 linear"(%0: tensor<3x9xf64> {aic.name = "t1227"}, %1: tensor<2x9xf64> {aic.name = "t1228"}) -> (tensor<3x2xf64> {aic.name = "t1229"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<3x9xf64>, tensor<2x9xf64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"811 linear"(%0: tensor<3x9xf64> {aic.name = "t1227"}, %1: tensor<2x9xf64> {aic.name = "t1228"}, %2: tensor<2xf64> {aic.name = "t1230"}) -> (tensor<3x2xf64> {aic.name = "t1231"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<3x9xf64>, tensor<2x9xf64>, tensor<2xf64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"812 linear"(%0: tensor<5x17xf64> {aic.name = "t1232"}, %1: tensor<6x17xf64> {aic.name = "t1233"}) -> (tensor<5x6xf64> {aic.name = "t1234"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<5x17xf64>, tensor<6x17xf64>) -> tensor<5x6xf64>
  return %result : tensor<5x6xf64>
}
func.func @"813 linear"(%0: tensor<5x17xf64> {aic.name = "t1232"}, %1: tensor<6x17xf64> {aic.name = "t1233"}, %2: tensor<6xf64> {aic.name = "t1235"}) -> (tensor<5x6xf64> {aic.name = "t1236"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<5x17xf64>, tensor<6x17xf64>, tensor<6xf64>) -> tensor<5x6xf64>
  return %result : tensor<5x6xf64>
}
func.func @"814 linear"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<2x3xf64> {aic.name = "t1237"}) -> (tensor<0x2xf64> {aic.name = "t1186"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<0x3xf64>, tensor<2x3xf64>) -> tensor<0x2xf64>
  return %result : tensor<0x2xf64>
}
func.func @"815 linear"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<2x3xf64> {aic.name = "t1237"}, %2: tensor<2xf64> {aic.name = "t1238"}) -> (tensor<0x2xf64> {aic.name = "t1186"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<0x3xf64>, tensor<2x3xf64>, tensor<2xf64>) -> tensor<0x2xf64>
  return %result : tensor<0x2xf64>
}
func.func @"816 linear"(%0: tensor<2x3x2x5xf64> {aic.name = "t1239"}, %1: tensor<4x5xf64> {aic.name = "t1240"}) -> (tensor<2x3x2x4xf64> {aic.name = "t1241"}) attributes {summed} {
  %result = aic.linear %0, %1 : (tensor<2x3x2x5xf64>, tensor<4x5xf64>) -> tensor<2x3x2x4xf64>
  return %result : tensor<2x3x2x4xf64>
}
func.func @"817 linear"(%0: tensor<2x3x2x5xf64> {aic.name = "t1239"}, %1: tensor<4x5xf64> {aic.name = "t1240"}, %2: tensor<4xf64> {aic.name = "t1242"}) -> (tensor<2x3x2x4xf64> {aic.name = "t1243"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<2x3x2x5xf64>, tensor<4x5xf64>, tensor<4xf64>) -> tensor<2x3x2x4xf64>
  return %result : tensor<2x3x2x4xf64>
}
func.func @"818 linear"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<3x0xf64> {aic.name = "t1185"}, %2: tensor<3xf64> {aic.name = "t1244"}) -> (tensor<2x3xf64> {aic.name = "t571"}) attributes {summed} {
  %result = aic.linear %0, %1, %2 : (tensor<2x0xf64>, tensor<3x0xf64>, tensor<3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"819 reshape"(%0: tensor<2x3x4xf64> {aic.name = "t1245"}) -> (tensor<6x4xf64> {aic.name = "t1246"}) {
  %result = aic.reshape %0 : (tensor<2x3x4xf64>) -> tensor<6x4xf64>
  return %result : tensor<6x4xf64>
}
func.func @"820 reshape"(%0: tensor<2x3xf64> {aic.name = "t1247"}) -> (tensor<1x3x2x1xf64> {aic.name = "t1248"}) {
  %result = aic.reshape %0 : (tensor<2x3xf64>) -> tensor<1x3x2x1xf64>
  return %result : tensor<1x3x2x1xf64>
}
func.func @"821 reshape"(%0: tensor<1xf64> {aic.name = "t1249"}) -> (tensor<f64> {aic.name = "t93"}) {
  %result = aic.reshape %0 : (tensor<1xf64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"822 reshape"(%0: tensor<f64> {aic.name = "t1250"}) -> (tensor<1x1xf64> {aic.name = "t1251"}) {
  %result = aic.reshape %0 : (tensor<f64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"823 reshape"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<5x0xf64> {aic.name = "t1252"}) {
  %result = aic.reshape %0 : (tensor<0x3xf64>) -> tensor<5x0xf64>
  return %result : tensor<5x0xf64>
}
func.func @"824 reshape"(%0: tensor<4x3xi8> {aic.name = "t1253"}) -> (tensor<12xi8> {aic.name = "t1254"}) {
  %result = aic.reshape %0 : (tensor<4x3xi8>) -> tensor<12xi8>
  return %result : tensor<12xi8>
}
func.func @"825 reshape"(%0: tensor<4xi1> {aic.name = "t1255"}) -> (tensor<2x2xi1> {aic.name = "t228"}) {
  %result = aic.reshape %0 : (tensor<4xi1>) -> tensor<2x2xi1>
  return %result : tensor<2x2xi1>
}
func.func @"826 transpose"(%0: tensor<2x3x4xf64> {aic.name = "t1256"}) -> (tensor<2x3x4xf64> {aic.name = "t1256"}) {
  %result = aic.transpose %0 {perm = array<i64: 0, 1, 2>} : (tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"827 transpose"(%0: tensor<2x3x4xf64> {aic.name = "t1256"}) -> (tensor<2x4x3xf64> {aic.name = "t1257"}) {
  %result = aic.transpose %0 {perm = array<i64: 0, 2, 1>} : (tensor<2x3x4xf64>) -> tensor<2x4x3xf64>
  return %result : tensor<2x4x3xf64>
}
func.func @"828 transpose"(%0: tensor<2x3x4xf64> {aic.name = "t1256"}) -> (tensor<3x2x4xf64> {aic.name = "t1258"}) {
  %result = aic.transpose %0 {perm = array<i64: 1, 0, 2>} : (tensor<2x3x4xf64>) -> tensor<3x2x4xf64>
  return %result : tensor<3x2x4xf64>
}
func.func @"829 transpose"(%0: tensor<2x3x4xf64> {aic.name = "t1256"}) -> (tensor<3x4x2xf64> {aic.name = "t1259"}) {
  %result = aic.transpose %0 {perm = array<i64: 1, 2, 0>} : (tensor<2x3x4xf64>) -> tensor<3x4x2xf64>
  return %result : tensor<3x4x2xf64>
}
func.func @"830 transpose"(%0: tensor<2x3x4xf64> {aic.name = "t1256"}) -> (tensor<4x2x3xf64> {aic.name = "t1260"}) {
  %result = aic.transpose %0 {perm = array<i64: 2, 0, 1>} : (tensor<2x3x4xf64>) -> tensor<4x2x3xf64>
  return %result : tensor<4x2x3xf64>
}
func.func @"831 transpose"(%0: tensor<2x3x4xf64> {aic.name = "t1256"}) -> (tensor<4x3x2xf64> {aic.name = "t1261"}) {
  %result = aic.transpose %0 {perm = array<i64: 2, 1, 0>} : (tensor<2x3x4xf64>) -> tensor<4x3x2xf64>
  return %result : tensor<4x3x2xf64>
}
func.func @"832 transpose"(%0: tensor<2x3x1x2x2xf64> {aic.name = "t1262"}) -> (tensor<2x1x2x3x2xf64> {aic.name = "t1263"}) {
  %result = aic.transpose %0 {perm = array<i64: 4, 2, 0, 1, 3>} : (tensor<2x3x1x2x2xf64>) -> tensor<2x1x2x3x2xf64>
  return %result : tensor<2x1x2x3x2xf64>
}
func.func @"833 transpose"(%0: tensor<2x3x1x2x2xf64> {aic.name = "t1262"}) -> (tensor<3x2x1x2x2xf64> {aic.name = "t1264"}) {
  %result = aic.transpose %0 {perm = array<i64: 1, 0, 2, 4, 3>} : (tensor<2x3x1x2x2xf64>) -> tensor<3x2x1x2x2xf64>
  return %result : tensor<3x2x1x2x2xf64>
}
func.func @"834 transpose"(%0: tensor<2x3x1x2x2xf64> {aic.name = "t1262"}) -> (tensor<2x3x1x2x2xf64> {aic.name = "t1262"}) {
  %result = aic.transpose %0 {perm = array<i64: 0, 1, 2, 3, 4>} : (tensor<2x3x1x2x2xf64>) -> tensor<2x3x1x2x2xf64>
  return %result : tensor<2x3x1x2x2xf64>
}
func.func @"835 transpose"(%0: tensor<2x3x1x2x2xf64> {aic.name = "t1262"}) -> (tensor<2x2x1x3x2xf64> {aic.name = "t1265"}) {
  %result = aic.transpose %0 {perm = array<i64: 4, 3, 2, 1, 0>} : (tensor<2x3x1x2x2xf64>) -> tensor<2x2x1x3x2xf64>
  return %result : tensor<2x2x1x3x2xf64>
}
func.func @"836 transpose"(%0: tensor<3x5xi32> {aic.name = "t1266"}) -> (tensor<5x3xi32> {aic.name = "t1267"}) {
  %result = aic.transpose %0 {perm = array<i64: 1, 0>} : (tensor<3x5xi32>) -> tensor<5x3xi32>
  return %result : tensor<5x3xi32>
}
func.func @"837 transpose"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<3x0xf64> {aic.name = "t1185"}) {
  %result = aic.transpose %0 {perm = array<i64: 1, 0>} : (tensor<0x3xf64>) -> tensor<3x0xf64>
  return %result : tensor<3x0xf64>
}
func.func @"838 transpose"(%0: tensor<f64> {aic.name = "t1268"}) -> (tensor<f64> {aic.name = "t1268"}) {
  %result = aic.transpose %0 {perm = array<i64>} : (tensor<f64>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"839 expand"(%0: tensor<3x1xf64> {aic.name = "t1269"}) -> (tensor<3x4xf64> {aic.name = "t1270"}) {
  %result = aic.expand %0 : (tensor<3x1xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"840 expand"(%0: tensor<1xf64> {aic.name = "t1271"}) -> (tensor<2x3xf64> {aic.name = "t1272"}) {
  %result = aic.expand %0 : (tensor<1xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"841 expand"(%0: tensor<f64> {aic.name = "t1273"}) -> (tensor<2x2xf64> {aic.name = "t1274"}) {
  %result = aic.expand %0 : (tensor<f64>) -> tensor<2x2xf64>
  return %result : tensor<2x2xf64>
}
func.func @"842 expand"(%0: tensor<2x1x3xf64> {aic.name = "t1275"}) -> (tensor<4x2x5x3xf64> {aic.name = "t1276"}) {
  %result = aic.expand %0 : (tensor<2x1x3xf64>) -> tensor<4x2x5x3xf64>
  return %result : tensor<4x2x5x3xf64>
}
func.func @"843 expand"(%0: tensor<2x3xf64> {aic.name = "t1277"}) -> (tensor<2x3xf64> {aic.name = "t1277"}) {
  %result = aic.expand %0 : (tensor<2x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"844 expand"(%0: tensor<1x3xf64> {aic.name = "t1278"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.expand %0 : (tensor<1x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"845 expand"(%0: tensor<3x1xi1> {aic.name = "t1279"}) -> (tensor<3x2xi1> {aic.name = "t1280"}) {
  %result = aic.expand %0 : (tensor<3x1xi1>) -> tensor<3x2xi1>
  return %result : tensor<3x2xi1>
}
func.func @"846 concat"(%0: tensor<2x3xf64> {aic.name = "t1281"}, %1: tensor<1x3xf64> {aic.name = "t1282"}, %2: tensor<4x3xf64> {aic.name = "t1283"}) -> (tensor<7x3xf64> {aic.name = "t1284"}) {
  %result = aic.concat %0, %1, %2 {dim = 0} : (tensor<2x3xf64>, tensor<1x3xf64>, tensor<4x3xf64>) -> tensor<7x3xf64>
  return %result : tensor<7x3xf64>
}
func.func @"847 concat"(%0: tensor<2x3xi64> {aic.name = "t1285"}, %1: tensor<1x3xi64> {aic.name = "t1286"}, %2: tensor<4x3xi64> {aic.name = "t1287"}) -> (tensor<7x3xi64> {aic.name = "t1288"}) {
  %result = aic.concat %0, %1, %2 {dim = 0} : (tensor<2x3xi64>, tensor<1x3xi64>, tensor<4x3xi64>) -> tensor<7x3xi64>
  return %result : tensor<7x3xi64>
}
func.func @"848 concat"(%0: tensor<2x3xf64> {aic.name = "t1289"}, %1: tensor<2x1xf64> {aic.name = "t1290"}) -> (tensor<2x4xf64> {aic.name = "t1291"}) {
  %result = aic.concat %0, %1 {dim = 1} : (tensor<2x3xf64>, tensor<2x1xf64>) -> tensor<2x4xf64>
  return %result : tensor<2x4xf64>
}
func.func @"849 concat"(%0: tensor<2x3xi64> {aic.name = "t1292"}, %1: tensor<2x1xi64> {aic.name = "t1293"}) -> (tensor<2x4xi64> {aic.name = "t1294"}) {
  %result = aic.concat %0, %1 {dim = 1} : (tensor<2x3xi64>, tensor<2x1xi64>) -> tensor<2x4xi64>
  return %result : tensor<2x4xi64>
}
func.func @"850 concat"(%0: tensor<2x3x2xf64> {aic.name = "t1295"}, %1: tensor<2x5x2xf64> {aic.name = "t1296"}, %2: tensor<2x1x2xf64> {aic.name = "t1297"}) -> (tensor<2x9x2xf64> {aic.name = "t1298"}) {
  %result = aic.concat %0, %1, %2 {dim = 1} : (tensor<2x3x2xf64>, tensor<2x5x2xf64>, tensor<2x1x2xf64>) -> tensor<2x9x2xf64>
  return %result : tensor<2x9x2xf64>
}
func.func @"851 concat"(%0: tensor<2x3x2xi64> {aic.name = "t1299"}, %1: tensor<2x5x2xi64> {aic.name = "t1300"}, %2: tensor<2x1x2xi64> {aic.name = "t1301"}) -> (tensor<2x9x2xi64> {aic.name = "t1302"}) {
  %result = aic.concat %0, %1, %2 {dim = 1} : (tensor<2x3x2xi64>, tensor<2x5x2xi64>, tensor<2x1x2xi64>) -> tensor<2x9x2xi64>
  return %result : tensor<2x9x2xi64>
}
func.func @"852 concat"(%0: tensor<2x2x3xf64> {aic.name = "t1303"}, %1: tensor<2x2x1xf64> {aic.name = "t1304"}) -> (tensor<2x2x4xf64> {aic.name = "t1305"}) {
  %result = aic.concat %0, %1 {dim = 2} : (tensor<2x2x3xf64>, tensor<2x2x1xf64>) -> tensor<2x2x4xf64>
  return %result : tensor<2x2x4xf64>
}
func.func @"853 concat"(%0: tensor<2x2x3xi64> {aic.name = "t1306"}, %1: tensor<2x2x1xi64> {aic.name = "t1307"}) -> (tensor<2x2x4xi64> {aic.name = "t1308"}) {
  %result = aic.concat %0, %1 {dim = 2} : (tensor<2x2x3xi64>, tensor<2x2x1xi64>) -> tensor<2x2x4xi64>
  return %result : tensor<2x2x4xi64>
}
func.func @"854 concat"(%0: tensor<3xf64> {aic.name = "t1309"}) -> (tensor<3xf64> {aic.name = "t1309"}) {
  %result = aic.concat %0 {dim = 0} : (tensor<3xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"855 concat"(%0: tensor<3xi64> {aic.name = "t1310"}) -> (tensor<3xi64> {aic.name = "t1310"}) {
  %result = aic.concat %0 {dim = 0} : (tensor<3xi64>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"856 concat"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<2x3xf64> {aic.name = "t1311"}) -> (tensor<2x3xf64> {aic.name = "t1311"}) {
  %result = aic.concat %0, %1 {dim = 0} : (tensor<0x3xf64>, tensor<2x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"857 concat"(%0: tensor<0x3xi64> {aic.name = "t1312"}, %1: tensor<2x3xi64> {aic.name = "t1313"}) -> (tensor<2x3xi64> {aic.name = "t1313"}) {
  %result = aic.concat %0, %1 {dim = 0} : (tensor<0x3xi64>, tensor<2x3xi64>) -> tensor<2x3xi64>
  return %result : tensor<2x3xi64>
}
func.func @"858 concat"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<2x3xf64> {aic.name = "t1314"}, %2: tensor<2x0xf64> {aic.name = "t122"}) -> (tensor<2x3xf64> {aic.name = "t1314"}) {
  %result = aic.concat %0, %1, %2 {dim = 1} : (tensor<2x0xf64>, tensor<2x3xf64>, tensor<2x0xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"859 concat"(%0: tensor<2x0xi64> {aic.name = "t1315"}, %1: tensor<2x3xi64> {aic.name = "t1316"}, %2: tensor<2x0xi64> {aic.name = "t1315"}) -> (tensor<2x3xi64> {aic.name = "t1316"}) {
  %result = aic.concat %0, %1, %2 {dim = 1} : (tensor<2x0xi64>, tensor<2x3xi64>, tensor<2x0xi64>) -> tensor<2x3xi64>
  return %result : tensor<2x3xi64>
}
func.func @"860 concat"(%0: tensor<0x2xf64> {aic.name = "t1186"}, %1: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x5xf64> {aic.name = "t1317"}) {
  %result = aic.concat %0, %1 {dim = 1} : (tensor<0x2xf64>, tensor<0x3xf64>) -> tensor<0x5xf64>
  return %result : tensor<0x5xf64>
}
func.func @"861 concat"(%0: tensor<0x2xi64> {aic.name = "t1318"}, %1: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<0x5xi64> {aic.name = "t1319"}) {
  %result = aic.concat %0, %1 {dim = 1} : (tensor<0x2xi64>, tensor<0x3xi64>) -> tensor<0x5xi64>
  return %result : tensor<0x5xi64>
}
func.func @"862 concat"(%0: tensor<1xf64> {aic.name = "t1271"}, %1: tensor<2xf64> {aic.name = "t1320"}, %2: tensor<3xf64> {aic.name = "t1321"}, %3: tensor<4xf64> {aic.name = "t1322"}) -> (tensor<10xf64> {aic.name = "t1323"}) {
  %result = aic.concat %0, %1, %2, %3 {dim = 0} : (tensor<1xf64>, tensor<2xf64>, tensor<3xf64>, tensor<4xf64>) -> tensor<10xf64>
  return %result : tensor<10xf64>
}
func.func @"863 concat"(%0: tensor<1xi64> {aic.name = "t1324"}, %1: tensor<2xi64> {aic.name = "t1325"}, %2: tensor<3xi64> {aic.name = "t1326"}, %3: tensor<4xi64> {aic.name = "t1327"}) -> (tensor<10xi64> {aic.name = "t1328"}) {
  %result = aic.concat %0, %1, %2, %3 {dim = 0} : (tensor<1xi64>, tensor<2xi64>, tensor<3xi64>, tensor<4xi64>) -> tensor<10xi64>
  return %result : tensor<10xi64>
}
func.func @"864 slice"(%0: tensor<7xf64> {aic.name = "t1329"}) -> (tensor<3xf64> {aic.name = "t1330"}) {
  %result = aic.slice %0 {offsets = array<i64: 2>, sizes = array<i64: 3>, strides = array<i64: 1>} : (tensor<7xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"865 slice"(%0: tensor<7xf64> {aic.name = "t1331"}) -> (tensor<3xf64> {aic.name = "t1332"}) {
  %result = aic.slice %0 {offsets = array<i64: 1>, sizes = array<i64: 3>, strides = array<i64: 2>} : (tensor<7xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"866 slice"(%0: tensor<7xf64> {aic.name = "t1333"}) -> (tensor<7xf64> {aic.name = "t1334"}) {
  %result = aic.slice %0 {offsets = array<i64: 6>, sizes = array<i64: 7>, strides = array<i64: -1>} : (tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"867 slice"(%0: tensor<7xf64> {aic.name = "t1335"}) -> (tensor<3xf64> {aic.name = "t1336"}) {
  %result = aic.slice %0 {offsets = array<i64: 6>, sizes = array<i64: 3>, strides = array<i64: -2>} : (tensor<7xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"868 slice"(%0: tensor<7xf64> {aic.name = "t1337"}) -> (tensor<0xf64> {aic.name = "t264"}) {
  %result = aic.slice %0 {offsets = array<i64: 3>, sizes = array<i64: 0>, strides = array<i64: 1>} : (tensor<7xf64>) -> tensor<0xf64>
  return %result : tensor<0xf64>
}
func.func @"869 slice"(%0: tensor<4x5xf64> {aic.name = "t1338"}) -> (tensor<2x2xf64> {aic.name = "t1339"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 4>, sizes = array<i64: 2, 2>, strides = array<i64: 3, -3>} : (tensor<4x5xf64>) -> tensor<2x2xf64>
  return %result : tensor<2x2xf64>
}
func.func @"870 slice"(%0: tensor<4x5x3xf64> {aic.name = "t1340"}) -> (tensor<4x3x3xf64> {aic.name = "t1341"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 1, 2>, sizes = array<i64: 4, 3, 3>, strides = array<i64: 1, 1, -1>} : (tensor<4x5x3xf64>) -> tensor<4x3x3xf64>
  return %result : tensor<4x3x3xf64>
}
func.func @"871 slice"(%0: tensor<4x5x3xf64> {aic.name = "t1342"}) -> (tensor<2x5x1xf64> {aic.name = "t1343"}) {
  %result = aic.slice %0 {offsets = array<i64: 3, 0, 2>, sizes = array<i64: 2, 5, 1>, strides = array<i64: -2, 1, 1>} : (tensor<4x5x3xf64>) -> tensor<2x5x1xf64>
  return %result : tensor<2x5x1xf64>
}
func.func @"872 slice"(%0: tensor<4x5xi8> {aic.name = "t1344"}) -> (tensor<1x2xi8> {aic.name = "t1345"}) {
  %result = aic.slice %0 {offsets = array<i64: 1, 0>, sizes = array<i64: 1, 2>, strides = array<i64: 1, 4>} : (tensor<4x5xi8>) -> tensor<1x2xi8>
  return %result : tensor<1x2xi8>
}
func.func @"873 slice"(%0: tensor<6xi1> {aic.name = "t1346"}) -> (tensor<3xi1> {aic.name = "t1347"}) {
  %result = aic.slice %0 {offsets = array<i64: 5>, sizes = array<i64: 3>, strides = array<i64: -2>} : (tensor<6xi1>) -> tensor<3xi1>
  return %result : tensor<3xi1>
}
func.func @"874 slice"(%0: tensor<0x4xf64> {aic.name = "t1348"}) -> (tensor<0x2xf64> {aic.name = "t1186"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 1>, sizes = array<i64: 0, 2>, strides = array<i64: 1, 1>} : (tensor<0x4xf64>) -> tensor<0x2xf64>
  return %result : tensor<0x2xf64>
}
func.func @"875 slice"(%0: tensor<1x1x5xf64> {aic.name = "t1349"}) -> (tensor<1x1x1xf64> {aic.name = "t1350"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 1, 1, 1>, strides = array<i64: -3, -1, -2>} : (tensor<1x1x5xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"876 slice"(%0: tensor<6x3xf64> {aic.name = "t1351"}) -> (tensor<2x2xf64> {aic.name = "t1352"}) {
  %result = aic.slice %0 {offsets = array<i64: 1, 1>, sizes = array<i64: 2, 2>, strides = array<i64: 3, 1>} : (tensor<6x3xf64>) -> tensor<2x2xf64>
  return %result : tensor<2x2xf64>
}
func.func @"877 slice"(%0: tensor<6x6x2xf64> {aic.name = "t1353"}) -> (tensor<1x3x1xf64> {aic.name = "t1354"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 1, 0>, sizes = array<i64: 1, 3, 1>, strides = array<i64: -2, 2, 2>} : (tensor<6x6x2xf64>) -> tensor<1x3x1xf64>
  return %result : tensor<1x3x1xf64>
}
func.func @"878 slice"(%0: tensor<5x2x6x5xf64> {aic.name = "t1355"}) -> (tensor<1x1x1x1xf64> {aic.name = "t1356"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 0, 1, 3>, sizes = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 3, -3, -2>} : (tensor<5x2x6x5xf64>) -> tensor<1x1x1x1xf64>
  return %result : tensor<1x1x1x1xf64>
}
func.func @"879 slice"(%0: tensor<6xf64> {aic.name = "t1357"}) -> (tensor<2xf64> {aic.name = "t1358"}) {
  %result = aic.slice %0 {offsets = array<i64: 4>, sizes = array<i64: 2>, strides = array<i64: -3>} : (tensor<6xf64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"880 slice"(%0: tensor<1x3x1xf64> {aic.name = "t1359"}) -> (tensor<1x1x1xf64> {aic.name = "t1360"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 1, 0>, sizes = array<i64: 1, 1, 1>, strides = array<i64: -2, -2, 1>} : (tensor<1x3x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"881 slice"(%0: tensor<1x3x3xf64> {aic.name = "t1361"}) -> (tensor<1x1x3xf64> {aic.name = "t1362"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 0, 2>, sizes = array<i64: 1, 1, 3>, strides = array<i64: -3, 1, -1>} : (tensor<1x3x3xf64>) -> tensor<1x1x3xf64>
  return %result : tensor<1x1x3xf64>
}
func.func @"882 slice"(%0: tensor<1x6x3x1xf64> {aic.name = "t1363"}) -> (tensor<1x1x1x1xf64> {aic.name = "t1364"}) {
  %result = aic.slice %0 {offsets = array<i64: 0, 2, 1, 0>, sizes = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, -2, 2, 2>} : (tensor<1x6x3x1xf64>) -> tensor<1x1x1x1xf64>
  return %result : tensor<1x1x1x1xf64>
}
func.func @"883 slice"(%0: tensor<5x5x6x5xf64> {aic.name = "t1365"}) -> (tensor<1x2x2x3xf64> {aic.name = "t1366"}) {
  %result = aic.slice %0 {offsets = array<i64: 4, 1, 4, 2>, sizes = array<i64: 1, 2, 2, 3>, strides = array<i64: 3, -1, 1, 1>} : (tensor<5x5x6x5xf64>) -> tensor<1x2x2x3xf64>
  return %result : tensor<1x2x2x3xf64>
}
func.func @"884 slice"(%0: tensor<1xf64> {aic.name = "t1367"}) -> (tensor<1xf64> {aic.name = "t1367"}) {
  %result = aic.slice %0 {offsets = array<i64: 0>, sizes = array<i64: 1>, strides = array<i64: -1>} : (tensor<1xf64>) -> tensor<1xf64>
  return %result : tensor<1xf64>
}
func.func @"885 slice"(%0: tensor<3x3x3xf64> {aic.name = "t1368"}) -> (tensor<1x1x3xf64> {aic.name = "t1369"}) {
  %result = aic.slice %0 {offsets = array<i64: 2, 2, 2>, sizes = array<i64: 1, 1, 3>, strides = array<i64: 3, -3, -1>} : (tensor<3x3x3xf64>) -> tensor<1x1x3xf64>
  return %result : tensor<1x1x3xf64>
}
func.func @"886 slice"(%0: tensor<5x1x4xf64> {aic.name = "t1370"}) -> (tensor<4x1x1xf64> {aic.name = "t1371"}) {
  %result = aic.slice %0 {offsets = array<i64: 3, 0, 0>, sizes = array<i64: 4, 1, 1>, strides = array<i64: -1, -1, -3>} : (tensor<5x1x4xf64>) -> tensor<4x1x1xf64>
  return %result : tensor<4x1x1xf64>
}
func.func @"887 pad"(%0: tensor<3xf64> {aic.name = "t1372"}) -> (tensor<6xf64> {aic.name = "t1373"}) {
  %result = aic.pad %0 {low = array<i64: 1>, high = array<i64: 2>} : (tensor<3xf64>) -> tensor<6xf64>
  return %result : tensor<6xf64>
}
func.func @"888 pad"(%0: tensor<2x3xf64> {aic.name = "t1374"}) -> (tensor<4x4xf64> {aic.name = "t1375"}) {
  %result = aic.pad %0 {low = array<i64: 0, 1>, high = array<i64: 2, 0>, value = 1.5 : f64} : (tensor<2x3xf64>) -> tensor<4x4xf64>
  return %result : tensor<4x4xf64>
}
func.func @"889 pad"(%0: tensor<2x3xf64> {aic.name = "t1376"}) -> (tensor<4x5xf64> {aic.name = "t1377"}) {
  %result = aic.pad %0 {low = array<i64: 1, 1>, high = array<i64: 1, 1>, value = 0xFFF0000000000000 : f64} : (tensor<2x3xf64>) -> tensor<4x5xf64>
  return %result : tensor<4x5xf64>
}
func.func @"890 pad"(%0: tensor<2x3x2xf64> {aic.name = "t1378"}) -> (tensor<3x3x7xf64> {aic.name = "t1379"}) {
  %result = aic.pad %0 {low = array<i64: 1, 0, 2>, high = array<i64: 0, 0, 3>} : (tensor<2x3x2xf64>) -> tensor<3x3x7xf64>
  return %result : tensor<3x3x7xf64>
}
func.func @"891 pad"(%0: tensor<0x2xf64> {aic.name = "t1186"}) -> (tensor<2x3xf64> {aic.name = "t1380"}) {
  %result = aic.pad %0 {low = array<i64: 1, 0>, high = array<i64: 1, 1>, value = 2.0 : f64} : (tensor<0x2xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"892 pad"(%0: tensor<2x2xi8> {aic.name = "t1381"}) -> (tensor<3x3xi8> {aic.name = "t1382"}) {
  %result = aic.pad %0 {low = array<i64: 1, 0>, high = array<i64: 0, 1>, value = -3.0 : f64} : (tensor<2x2xi8>) -> tensor<3x3xi8>
  return %result : tensor<3x3xi8>
}
func.func @"893 pad"(%0: tensor<3xi1> {aic.name = "t43"}) -> (tensor<5xi1> {aic.name = "t1383"}) {
  %result = aic.pad %0 {low = array<i64: 1>, high = array<i64: 1>} : (tensor<3xi1>) -> tensor<5xi1>
  return %result : tensor<5xi1>
}
func.func @"894 pad"(%0: tensor<5xf64> {aic.name = "t1384"}) -> (tensor<10xf64> {aic.name = "t1385"}) {
  %result = aic.pad %0 {low = array<i64: 2>, high = array<i64: 3>, mode = #aic.pad_mode<reflect>} : (tensor<5xf64>) -> tensor<10xf64>
  return %result : tensor<10xf64>
}
func.func @"895 pad"(%0: tensor<1x2x4x5xf64> {aic.name = "t1386"}) -> (tensor<1x2x7x12xf64> {aic.name = "t1387"}) {
  %result = aic.pad %0 {low = array<i64: 0, 0, 1, 3>, high = array<i64: 0, 0, 2, 4>, mode = #aic.pad_mode<reflect>} : (tensor<1x2x4x5xf64>) -> tensor<1x2x7x12xf64>
  return %result : tensor<1x2x7x12xf64>
}
func.func @"896 pad"(%0: tensor<1x2x4x5xf64> {aic.name = "t1388"}) -> (tensor<1x2x7x6xf64> {aic.name = "t1389"}) {
  %result = aic.pad %0 {low = array<i64: 0, 0, 3, 0>, high = array<i64: 0, 0, 0, 1>, mode = #aic.pad_mode<reflect>} : (tensor<1x2x4x5xf64>) -> tensor<1x2x7x6xf64>
  return %result : tensor<1x2x7x6xf64>
}
func.func @"897 pad"(%0: tensor<3x2x4xf64> {aic.name = "t1390"}) -> (tensor<6x4x7xf64> {aic.name = "t1391"}) {
  %result = aic.pad %0 {low = array<i64: 2, 1, 0>, high = array<i64: 1, 1, 3>, mode = #aic.pad_mode<reflect>} : (tensor<3x2x4xf64>) -> tensor<6x4x7xf64>
  return %result : tensor<6x4x7xf64>
}
func.func @"898 pad"(%0: tensor<3x3xi32> {aic.name = "t1392"}) -> (tensor<6x5xi32> {aic.name = "t1393"}) {
  %result = aic.pad %0 {low = array<i64: 1, 2>, high = array<i64: 2, 0>, mode = #aic.pad_mode<reflect>} : (tensor<3x3xi32>) -> tensor<6x5xi32>
  return %result : tensor<6x5xi32>
}
func.func @"899 pad"(%0: tensor<5xf64> {aic.name = "t1394"}) -> (tensor<10xf64> {aic.name = "t1395"}) {
  %result = aic.pad %0 {low = array<i64: 2>, high = array<i64: 3>, mode = #aic.pad_mode<replicate>} : (tensor<5xf64>) -> tensor<10xf64>
  return %result : tensor<10xf64>
}
func.func @"900 pad"(%0: tensor<1x2x4x5xf64> {aic.name = "t1396"}) -> (tensor<1x2x7x12xf64> {aic.name = "t1397"}) {
  %result = aic.pad %0 {low = array<i64: 0, 0, 1, 3>, high = array<i64: 0, 0, 2, 4>, mode = #aic.pad_mode<replicate>} : (tensor<1x2x4x5xf64>) -> tensor<1x2x7x12xf64>
  return %result : tensor<1x2x7x12xf64>
}
func.func @"901 pad"(%0: tensor<1x2x4x5xf64> {aic.name = "t1398"}) -> (tensor<1x2x7x6xf64> {aic.name = "t1399"}) {
  %result = aic.pad %0 {low = array<i64: 0, 0, 3, 0>, high = array<i64: 0, 0, 0, 1>, mode = #aic.pad_mode<replicate>} : (tensor<1x2x4x5xf64>) -> tensor<1x2x7x6xf64>
  return %result : tensor<1x2x7x6xf64>
}
func.func @"902 pad"(%0: tensor<3x2x4xf64> {aic.name = "t1400"}) -> (tensor<6x4x7xf64> {aic.name = "t1401"}) {
  %result = aic.pad %0 {low = array<i64: 2, 1, 0>, high = array<i64: 1, 1, 3>, mode = #aic.pad_mode<replicate>} : (tensor<3x2x4xf64>) -> tensor<6x4x7xf64>
  return %result : tensor<6x4x7xf64>
}
func.func @"903 pad"(%0: tensor<3x3xi32> {aic.name = "t1402"}) -> (tensor<6x5xi32> {aic.name = "t1403"}) {
  %result = aic.pad %0 {low = array<i64: 1, 2>, high = array<i64: 2, 0>, mode = #aic.pad_mode<replicate>} : (tensor<3x3xi32>) -> tensor<6x5xi32>
  return %result : tensor<6x5xi32>
}
func.func @"904 pad"(%0: tensor<1x3xf64> {aic.name = "t1404"}) -> (tensor<7x10xf64> {aic.name = "t1405"}) {
  %result = aic.pad %0 {low = array<i64: 4, 0>, high = array<i64: 2, 7>, mode = #aic.pad_mode<replicate>} : (tensor<1x3xf64>) -> tensor<7x10xf64>
  return %result : tensor<7x10xf64>
}
func.func @"905 fused"(%0: tensor<1x3x6x5xf64> {aic.name = "t1406"}, %1: tensor<4x3x3x3xf64> {aic.name = "t1407"}, %2: tensor<4xf64> {aic.name = "t1408"}, %3: tensor<1x4x6x5xf64> {aic.name = "t1409"}) -> (tensor<1x4x6x5xf64> {aic.name = "t1410"}) attributes {summed} {
  %result = aic.fused(%0, %1, %2, %3) : (tensor<1x3x6x5xf64>, tensor<4x3x3x3xf64>, tensor<4xf64>, tensor<1x4x6x5xf64>) -> tensor<1x4x6x5xf64> {
  ^bb0(%a: tensor<1x3x6x5xf64>, %b: tensor<4x3x3x3xf64>, %c: tensor<4xf64>, %d: tensor<1x4x6x5xf64>):
    %y = aic.conv2d %a, %b, %c {padding = array<i64: 1, 1, 1, 1>} : (tensor<1x3x6x5xf64>, tensor<4x3x3x3xf64>, tensor<4xf64>) -> tensor<1x4x6x5xf64>
    %z = aic.add %y, %d : (tensor<1x4x6x5xf64>, tensor<1x4x6x5xf64>) -> tensor<1x4x6x5xf64>
    %r = aic.relu %z : tensor<1x4x6x5xf64>
    aic.yield %r : tensor<1x4x6x5xf64>
  }
  return %result : tensor<1x4x6x5xf64>
}
func.func @"906 chain"(%0: tensor<2x3xf64> {aic.name = "t1411"}) -> (tensor<2x3xf64> {aic.name = "t1412"}) {
  %c = aic.constant dense<[1.5, -2.0, 0.25]> : tensor<3xf64>
  %y = aic.mul %0, %c : (tensor<2x3xf64>, tensor<3xf64>) -> tensor<2x3xf64>
  %z = aic.exp %y : tensor<2x3xf64>
  %s = aic.sum %z {dims = array<i64: 1>, keepdim = true} : (tensor<2x3xf64>) -> tensor<2x1xf64>
  %d = aic.div %z, %s : (tensor<2x3xf64>, tensor<2x1xf64>) -> tensor<2x3xf64>
  %result = aic.add %d, %c : (tensor<2x3xf64>, tensor<3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
