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
func.func @"907 gelu"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1414"}) {
  %result = aic.gelu %0 : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"908 gelu"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1416"}) attributes {summed} {
  %result = aic.gelu %0 : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"909 gelu"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1417"}) {
  %result = aic.gelu %0 {tanh = true} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"910 gelu"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1418"}) attributes {summed} {
  %result = aic.gelu %0 {tanh = true} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"911 hardswish"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1419"}) {
  %result = aic.hardswish %0 : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"912 hardswish"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1420"}) attributes {summed} {
  %result = aic.hardswish %0 : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"913 hardsigmoid"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1421"}) {
  %result = aic.hardsigmoid %0 : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"914 hardsigmoid"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1422"}) attributes {summed} {
  %result = aic.hardsigmoid %0 : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"915 leaky_relu"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1423"}) {
  %result = aic.leaky_relu %0 : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"916 leaky_relu"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1424"}) attributes {summed} {
  %result = aic.leaky_relu %0 : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"917 leaky_relu"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1425"}) {
  %result = aic.leaky_relu %0 {negative_slope = 0.0} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"918 leaky_relu"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1426"}) attributes {summed} {
  %result = aic.leaky_relu %0 {negative_slope = 0.0} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"919 leaky_relu"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1427"}) {
  %result = aic.leaky_relu %0 {negative_slope = -1.5} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"920 leaky_relu"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1428"}) attributes {summed} {
  %result = aic.leaky_relu %0 {negative_slope = -1.5} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"921 elu"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1429"}) {
  %result = aic.elu %0 : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"922 elu"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1430"}) attributes {summed} {
  %result = aic.elu %0 : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"923 elu"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1431"}) {
  %result = aic.elu %0 {alpha = 0.25} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"924 elu"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1432"}) attributes {summed} {
  %result = aic.elu %0 {alpha = 0.25} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"925 elu"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1433"}) {
  %result = aic.elu %0 {alpha = -2.0} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"926 elu"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1434"}) attributes {summed} {
  %result = aic.elu %0 {alpha = -2.0} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"927 softplus"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1435"}) {
  %result = aic.softplus %0 : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"928 softplus"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1436"}) attributes {summed} {
  %result = aic.softplus %0 : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"929 softplus"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1437"}) {
  %result = aic.softplus %0 {beta = 2.5, threshold = 3.0} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"930 softplus"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1438"}) attributes {summed} {
  %result = aic.softplus %0 {beta = 2.5, threshold = 3.0} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"931 softplus"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1439"}) {
  %result = aic.softplus %0 {beta = -0.5} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"932 softplus"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1440"}) attributes {summed} {
  %result = aic.softplus %0 {beta = -0.5} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"933 softplus"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1441"}) {
  %result = aic.softplus %0 {threshold = -1.0} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"934 softplus"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1442"}) attributes {summed} {
  %result = aic.softplus %0 {threshold = -1.0} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"935 softplus"(%0: tensor<15xf64> {aic.name = "t1413"}) -> (tensor<15xf64> {aic.name = "t1435"}) {
  %result = aic.softplus %0 {threshold = 800.0} : tensor<15xf64>
  return %result : tensor<15xf64>
}
func.func @"936 softplus"(%0: tensor<158xf64> {aic.name = "t1415"}) -> (tensor<158xf64> {aic.name = "t1436"}) attributes {summed} {
  %result = aic.softplus %0 {threshold = 800.0} : tensor<158xf64>
  return %result : tensor<158xf64>
}
func.func @"937 gelu"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.gelu %0 : tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"938 layer_norm"(%0: tensor<7xf64> {aic.name = "t1443"}, %1: tensor<7xf64> {aic.name = "t1444"}, %2: tensor<7xf64> {aic.name = "t1445"}) -> (tensor<7xf64> {aic.name = "t1446"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 : (tensor<7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"939 rms_norm"(%0: tensor<7xf64> {aic.name = "t1443"}, %1: tensor<7xf64> {aic.name = "t1444"}) -> (tensor<7xf64> {aic.name = "t1447"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"940 layer_norm"(%0: tensor<7xf64> {aic.name = "t1443"}) -> (tensor<7xf64> {aic.name = "t1448"}) attributes {summed} {
  %result = aic.layer_norm %0 {eps = 1.0e-12} : (tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"941 rms_norm"(%0: tensor<7xf64> {aic.name = "t1443"}) -> (tensor<7xf64> {aic.name = "t1449"}) attributes {summed} {
  %result = aic.rms_norm %0 {eps = 1.0e-12} : (tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"942 layer_norm"(%0: tensor<7xf64> {aic.name = "t1443"}, %1: tensor<7xf64> {aic.name = "t1450"}) -> (tensor<7xf64> {aic.name = "t1451"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {eps = 0.25} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"943 rms_norm"(%0: tensor<7xf64> {aic.name = "t1443"}, %1: tensor<7xf64> {aic.name = "t1450"}) -> (tensor<7xf64> {aic.name = "t1452"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {eps = 0.25} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"944 layer_norm"(%0: tensor<7xf64> {aic.name = "t1443"}, %1: tensor<7xf64> {aic.name = "t1453"}) -> (tensor<7xf64> {aic.name = "t1454"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {eps = 0.001} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
  return %result : tensor<7xf64>
}
func.func @"945 layer_norm"(%0: tensor<3x5xf64> {aic.name = "t1455"}, %1: tensor<5xf64> {aic.name = "t1456"}, %2: tensor<5xf64> {aic.name = "t1457"}) -> (tensor<3x5xf64> {aic.name = "t1458"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 : (tensor<3x5xf64>, tensor<5xf64>, tensor<5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"946 rms_norm"(%0: tensor<3x5xf64> {aic.name = "t1455"}, %1: tensor<5xf64> {aic.name = "t1456"}) -> (tensor<3x5xf64> {aic.name = "t1459"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 : (tensor<3x5xf64>, tensor<5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"947 layer_norm"(%0: tensor<3x5xf64> {aic.name = "t1455"}) -> (tensor<3x5xf64> {aic.name = "t1460"}) attributes {summed} {
  %result = aic.layer_norm %0 {eps = 1.0e-12} : (tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"948 rms_norm"(%0: tensor<3x5xf64> {aic.name = "t1455"}) -> (tensor<3x5xf64> {aic.name = "t1461"}) attributes {summed} {
  %result = aic.rms_norm %0 {eps = 1.0e-12} : (tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"949 layer_norm"(%0: tensor<3x5xf64> {aic.name = "t1455"}, %1: tensor<5xf64> {aic.name = "t1462"}) -> (tensor<3x5xf64> {aic.name = "t1463"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {eps = 0.25} : (tensor<3x5xf64>, tensor<5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"950 rms_norm"(%0: tensor<3x5xf64> {aic.name = "t1455"}, %1: tensor<5xf64> {aic.name = "t1462"}) -> (tensor<3x5xf64> {aic.name = "t1464"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {eps = 0.25} : (tensor<3x5xf64>, tensor<5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"951 layer_norm"(%0: tensor<3x5xf64> {aic.name = "t1455"}, %1: tensor<5xf64> {aic.name = "t1465"}) -> (tensor<3x5xf64> {aic.name = "t1466"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {eps = 0.001} : (tensor<3x5xf64>, tensor<5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"952 layer_norm"(%0: tensor<3x5xf64> {aic.name = "t1467"}, %1: tensor<3x5xf64> {aic.name = "t1468"}, %2: tensor<3x5xf64> {aic.name = "t1469"}) -> (tensor<3x5xf64> {aic.name = "t1470"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 2} : (tensor<3x5xf64>, tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"953 rms_norm"(%0: tensor<3x5xf64> {aic.name = "t1467"}, %1: tensor<3x5xf64> {aic.name = "t1468"}) -> (tensor<3x5xf64> {aic.name = "t1471"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2} : (tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"954 layer_norm"(%0: tensor<3x5xf64> {aic.name = "t1467"}) -> (tensor<3x5xf64> {aic.name = "t1472"}) attributes {summed} {
  %result = aic.layer_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"955 rms_norm"(%0: tensor<3x5xf64> {aic.name = "t1467"}) -> (tensor<3x5xf64> {aic.name = "t1473"}) attributes {summed} {
  %result = aic.rms_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"956 layer_norm"(%0: tensor<3x5xf64> {aic.name = "t1467"}, %1: tensor<3x5xf64> {aic.name = "t1474"}) -> (tensor<3x5xf64> {aic.name = "t1475"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"957 rms_norm"(%0: tensor<3x5xf64> {aic.name = "t1467"}, %1: tensor<3x5xf64> {aic.name = "t1474"}) -> (tensor<3x5xf64> {aic.name = "t1476"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"958 layer_norm"(%0: tensor<3x5xf64> {aic.name = "t1467"}, %1: tensor<3x5xf64> {aic.name = "t1477"}) -> (tensor<3x5xf64> {aic.name = "t1478"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 2, eps = 0.001} : (tensor<3x5xf64>, tensor<3x5xf64>) -> tensor<3x5xf64>
  return %result : tensor<3x5xf64>
}
func.func @"959 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1479"}, %1: tensor<8xf64> {aic.name = "t1480"}, %2: tensor<8xf64> {aic.name = "t1481"}) -> (tensor<2x3x8xf64> {aic.name = "t1482"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 : (tensor<2x3x8xf64>, tensor<8xf64>, tensor<8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"960 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1479"}, %1: tensor<8xf64> {aic.name = "t1480"}) -> (tensor<2x3x8xf64> {aic.name = "t1483"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 : (tensor<2x3x8xf64>, tensor<8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"961 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1479"}) -> (tensor<2x3x8xf64> {aic.name = "t1484"}) attributes {summed} {
  %result = aic.layer_norm %0 {eps = 1.0e-12} : (tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"962 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1479"}) -> (tensor<2x3x8xf64> {aic.name = "t1485"}) attributes {summed} {
  %result = aic.rms_norm %0 {eps = 1.0e-12} : (tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"963 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1479"}, %1: tensor<8xf64> {aic.name = "t1486"}) -> (tensor<2x3x8xf64> {aic.name = "t1487"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {eps = 0.25} : (tensor<2x3x8xf64>, tensor<8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"964 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1479"}, %1: tensor<8xf64> {aic.name = "t1486"}) -> (tensor<2x3x8xf64> {aic.name = "t1488"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {eps = 0.25} : (tensor<2x3x8xf64>, tensor<8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"965 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1479"}, %1: tensor<8xf64> {aic.name = "t1489"}) -> (tensor<2x3x8xf64> {aic.name = "t1490"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {eps = 0.001} : (tensor<2x3x8xf64>, tensor<8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"966 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1491"}, %1: tensor<3x8xf64> {aic.name = "t1492"}, %2: tensor<3x8xf64> {aic.name = "t1493"}) -> (tensor<2x3x8xf64> {aic.name = "t1494"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 2} : (tensor<2x3x8xf64>, tensor<3x8xf64>, tensor<3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"967 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1491"}, %1: tensor<3x8xf64> {aic.name = "t1492"}) -> (tensor<2x3x8xf64> {aic.name = "t1495"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2} : (tensor<2x3x8xf64>, tensor<3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"968 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1491"}) -> (tensor<2x3x8xf64> {aic.name = "t1496"}) attributes {summed} {
  %result = aic.layer_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"969 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1491"}) -> (tensor<2x3x8xf64> {aic.name = "t1497"}) attributes {summed} {
  %result = aic.rms_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"970 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1491"}, %1: tensor<3x8xf64> {aic.name = "t1498"}) -> (tensor<2x3x8xf64> {aic.name = "t1499"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<2x3x8xf64>, tensor<3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"971 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1491"}, %1: tensor<3x8xf64> {aic.name = "t1498"}) -> (tensor<2x3x8xf64> {aic.name = "t1500"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<2x3x8xf64>, tensor<3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"972 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1491"}, %1: tensor<3x8xf64> {aic.name = "t1501"}) -> (tensor<2x3x8xf64> {aic.name = "t1502"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 2, eps = 0.001} : (tensor<2x3x8xf64>, tensor<3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"973 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1503"}, %1: tensor<2x3x8xf64> {aic.name = "t1504"}, %2: tensor<2x3x8xf64> {aic.name = "t1505"}) -> (tensor<2x3x8xf64> {aic.name = "t1506"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 3} : (tensor<2x3x8xf64>, tensor<2x3x8xf64>, tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"974 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1503"}, %1: tensor<2x3x8xf64> {aic.name = "t1504"}) -> (tensor<2x3x8xf64> {aic.name = "t1507"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 3} : (tensor<2x3x8xf64>, tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"975 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1503"}) -> (tensor<2x3x8xf64> {aic.name = "t1508"}) attributes {summed} {
  %result = aic.layer_norm %0 {axes = 3, eps = 1.0e-12} : (tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"976 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1503"}) -> (tensor<2x3x8xf64> {aic.name = "t1509"}) attributes {summed} {
  %result = aic.rms_norm %0 {axes = 3, eps = 1.0e-12} : (tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"977 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1503"}, %1: tensor<2x3x8xf64> {aic.name = "t1510"}) -> (tensor<2x3x8xf64> {aic.name = "t1511"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {axes = 3, eps = 0.25} : (tensor<2x3x8xf64>, tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"978 rms_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1503"}, %1: tensor<2x3x8xf64> {aic.name = "t1510"}) -> (tensor<2x3x8xf64> {aic.name = "t1512"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 3, eps = 0.25} : (tensor<2x3x8xf64>, tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"979 layer_norm"(%0: tensor<2x3x8xf64> {aic.name = "t1503"}, %1: tensor<2x3x8xf64> {aic.name = "t1513"}) -> (tensor<2x3x8xf64> {aic.name = "t1514"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 3, eps = 0.001} : (tensor<2x3x8xf64>, tensor<2x3x8xf64>) -> tensor<2x3x8xf64>
  return %result : tensor<2x3x8xf64>
}
func.func @"980 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1515"}, %1: tensor<5xf64> {aic.name = "t1516"}, %2: tensor<5xf64> {aic.name = "t1517"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1518"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 : (tensor<2x3x4x5xf64>, tensor<5xf64>, tensor<5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"981 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1515"}, %1: tensor<5xf64> {aic.name = "t1516"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1519"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 : (tensor<2x3x4x5xf64>, tensor<5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"982 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1515"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1520"}) attributes {summed} {
  %result = aic.layer_norm %0 {eps = 1.0e-12} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"983 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1515"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1521"}) attributes {summed} {
  %result = aic.rms_norm %0 {eps = 1.0e-12} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"984 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1515"}, %1: tensor<5xf64> {aic.name = "t1522"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1523"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {eps = 0.25} : (tensor<2x3x4x5xf64>, tensor<5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"985 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1515"}, %1: tensor<5xf64> {aic.name = "t1522"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1524"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {eps = 0.25} : (tensor<2x3x4x5xf64>, tensor<5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"986 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1515"}, %1: tensor<5xf64> {aic.name = "t1525"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1526"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {eps = 0.001} : (tensor<2x3x4x5xf64>, tensor<5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"987 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1527"}, %1: tensor<4x5xf64> {aic.name = "t1528"}, %2: tensor<4x5xf64> {aic.name = "t1529"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1530"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 2} : (tensor<2x3x4x5xf64>, tensor<4x5xf64>, tensor<4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"988 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1527"}, %1: tensor<4x5xf64> {aic.name = "t1528"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1531"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2} : (tensor<2x3x4x5xf64>, tensor<4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"989 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1527"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1532"}) attributes {summed} {
  %result = aic.layer_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"990 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1527"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1533"}) attributes {summed} {
  %result = aic.rms_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"991 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1527"}, %1: tensor<4x5xf64> {aic.name = "t1534"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1535"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<2x3x4x5xf64>, tensor<4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"992 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1527"}, %1: tensor<4x5xf64> {aic.name = "t1534"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1536"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<2x3x4x5xf64>, tensor<4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"993 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1527"}, %1: tensor<4x5xf64> {aic.name = "t1537"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1538"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 2, eps = 0.001} : (tensor<2x3x4x5xf64>, tensor<4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"994 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1539"}, %1: tensor<3x4x5xf64> {aic.name = "t1540"}, %2: tensor<3x4x5xf64> {aic.name = "t1541"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1542"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 3} : (tensor<2x3x4x5xf64>, tensor<3x4x5xf64>, tensor<3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"995 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1539"}, %1: tensor<3x4x5xf64> {aic.name = "t1540"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1543"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 3} : (tensor<2x3x4x5xf64>, tensor<3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"996 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1539"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1544"}) attributes {summed} {
  %result = aic.layer_norm %0 {axes = 3, eps = 1.0e-12} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"997 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1539"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1545"}) attributes {summed} {
  %result = aic.rms_norm %0 {axes = 3, eps = 1.0e-12} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"998 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1539"}, %1: tensor<3x4x5xf64> {aic.name = "t1546"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1547"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {axes = 3, eps = 0.25} : (tensor<2x3x4x5xf64>, tensor<3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"999 rms_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1539"}, %1: tensor<3x4x5xf64> {aic.name = "t1546"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1548"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 3, eps = 0.25} : (tensor<2x3x4x5xf64>, tensor<3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"1000 layer_norm"(%0: tensor<2x3x4x5xf64> {aic.name = "t1539"}, %1: tensor<3x4x5xf64> {aic.name = "t1549"}) -> (tensor<2x3x4x5xf64> {aic.name = "t1550"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 3, eps = 0.001} : (tensor<2x3x4x5xf64>, tensor<3x4x5xf64>) -> tensor<2x3x4x5xf64>
  return %result : tensor<2x3x4x5xf64>
}
func.func @"1001 layer_norm"(%0: tensor<4x1xf64> {aic.name = "t1551"}, %1: tensor<1xf64> {aic.name = "t1552"}, %2: tensor<1xf64> {aic.name = "t1553"}) -> (tensor<4x1xf64> {aic.name = "t1554"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 : (tensor<4x1xf64>, tensor<1xf64>, tensor<1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1002 rms_norm"(%0: tensor<4x1xf64> {aic.name = "t1551"}, %1: tensor<1xf64> {aic.name = "t1552"}) -> (tensor<4x1xf64> {aic.name = "t1555"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 : (tensor<4x1xf64>, tensor<1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1003 layer_norm"(%0: tensor<4x1xf64> {aic.name = "t1551"}, %1: tensor<1xf64> {aic.name = "t1556"}) -> (tensor<4x1xf64> {aic.name = "t1557"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {eps = 0.001} : (tensor<4x1xf64>, tensor<1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1004 layer_norm"(%0: tensor<4x1xf64> {aic.name = "t1558"}, %1: tensor<4x1xf64> {aic.name = "t1559"}, %2: tensor<4x1xf64> {aic.name = "t1560"}) -> (tensor<4x1xf64> {aic.name = "t1561"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 2} : (tensor<4x1xf64>, tensor<4x1xf64>, tensor<4x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1005 rms_norm"(%0: tensor<4x1xf64> {aic.name = "t1558"}, %1: tensor<4x1xf64> {aic.name = "t1559"}) -> (tensor<4x1xf64> {aic.name = "t1562"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2} : (tensor<4x1xf64>, tensor<4x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1006 layer_norm"(%0: tensor<4x1xf64> {aic.name = "t1558"}) -> (tensor<4x1xf64> {aic.name = "t1563"}) attributes {summed} {
  %result = aic.layer_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<4x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1007 rms_norm"(%0: tensor<4x1xf64> {aic.name = "t1558"}) -> (tensor<4x1xf64> {aic.name = "t1564"}) attributes {summed} {
  %result = aic.rms_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<4x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1008 layer_norm"(%0: tensor<4x1xf64> {aic.name = "t1558"}, %1: tensor<4x1xf64> {aic.name = "t1565"}) -> (tensor<4x1xf64> {aic.name = "t1566"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<4x1xf64>, tensor<4x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1009 rms_norm"(%0: tensor<4x1xf64> {aic.name = "t1558"}, %1: tensor<4x1xf64> {aic.name = "t1565"}) -> (tensor<4x1xf64> {aic.name = "t1567"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<4x1xf64>, tensor<4x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1010 layer_norm"(%0: tensor<4x1xf64> {aic.name = "t1558"}, %1: tensor<4x1xf64> {aic.name = "t1568"}) -> (tensor<4x1xf64> {aic.name = "t1569"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 2, eps = 0.001} : (tensor<4x1xf64>, tensor<4x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1011 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1570"}, %1: tensor<17xf64> {aic.name = "t1571"}, %2: tensor<17xf64> {aic.name = "t1572"}) -> (tensor<5x1x17xf64> {aic.name = "t1573"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 : (tensor<5x1x17xf64>, tensor<17xf64>, tensor<17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1012 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1570"}, %1: tensor<17xf64> {aic.name = "t1571"}) -> (tensor<5x1x17xf64> {aic.name = "t1574"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 : (tensor<5x1x17xf64>, tensor<17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1013 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1570"}) -> (tensor<5x1x17xf64> {aic.name = "t1575"}) attributes {summed} {
  %result = aic.layer_norm %0 {eps = 1.0e-12} : (tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1014 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1570"}) -> (tensor<5x1x17xf64> {aic.name = "t1576"}) attributes {summed} {
  %result = aic.rms_norm %0 {eps = 1.0e-12} : (tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1015 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1570"}, %1: tensor<17xf64> {aic.name = "t1577"}) -> (tensor<5x1x17xf64> {aic.name = "t1578"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {eps = 0.25} : (tensor<5x1x17xf64>, tensor<17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1016 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1570"}, %1: tensor<17xf64> {aic.name = "t1577"}) -> (tensor<5x1x17xf64> {aic.name = "t1579"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {eps = 0.25} : (tensor<5x1x17xf64>, tensor<17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1017 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1570"}, %1: tensor<17xf64> {aic.name = "t1580"}) -> (tensor<5x1x17xf64> {aic.name = "t1581"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {eps = 0.001} : (tensor<5x1x17xf64>, tensor<17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1018 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1582"}, %1: tensor<1x17xf64> {aic.name = "t1583"}, %2: tensor<1x17xf64> {aic.name = "t1584"}) -> (tensor<5x1x17xf64> {aic.name = "t1585"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 2} : (tensor<5x1x17xf64>, tensor<1x17xf64>, tensor<1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1019 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1582"}, %1: tensor<1x17xf64> {aic.name = "t1583"}) -> (tensor<5x1x17xf64> {aic.name = "t1586"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2} : (tensor<5x1x17xf64>, tensor<1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1020 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1582"}) -> (tensor<5x1x17xf64> {aic.name = "t1587"}) attributes {summed} {
  %result = aic.layer_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1021 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1582"}) -> (tensor<5x1x17xf64> {aic.name = "t1588"}) attributes {summed} {
  %result = aic.rms_norm %0 {axes = 2, eps = 1.0e-12} : (tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1022 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1582"}, %1: tensor<1x17xf64> {aic.name = "t1589"}) -> (tensor<5x1x17xf64> {aic.name = "t1590"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<5x1x17xf64>, tensor<1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1023 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1582"}, %1: tensor<1x17xf64> {aic.name = "t1589"}) -> (tensor<5x1x17xf64> {aic.name = "t1591"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2, eps = 0.25} : (tensor<5x1x17xf64>, tensor<1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1024 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1582"}, %1: tensor<1x17xf64> {aic.name = "t1592"}) -> (tensor<5x1x17xf64> {aic.name = "t1593"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 2, eps = 0.001} : (tensor<5x1x17xf64>, tensor<1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1025 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1594"}, %1: tensor<5x1x17xf64> {aic.name = "t1595"}, %2: tensor<5x1x17xf64> {aic.name = "t1596"}) -> (tensor<5x1x17xf64> {aic.name = "t1597"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 3} : (tensor<5x1x17xf64>, tensor<5x1x17xf64>, tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1026 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1594"}, %1: tensor<5x1x17xf64> {aic.name = "t1595"}) -> (tensor<5x1x17xf64> {aic.name = "t1598"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 3} : (tensor<5x1x17xf64>, tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1027 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1594"}) -> (tensor<5x1x17xf64> {aic.name = "t1599"}) attributes {summed} {
  %result = aic.layer_norm %0 {axes = 3, eps = 1.0e-12} : (tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1028 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1594"}) -> (tensor<5x1x17xf64> {aic.name = "t1600"}) attributes {summed} {
  %result = aic.rms_norm %0 {axes = 3, eps = 1.0e-12} : (tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1029 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1594"}, %1: tensor<5x1x17xf64> {aic.name = "t1601"}) -> (tensor<5x1x17xf64> {aic.name = "t1602"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 {axes = 3, eps = 0.25} : (tensor<5x1x17xf64>, tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1030 rms_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1594"}, %1: tensor<5x1x17xf64> {aic.name = "t1601"}) -> (tensor<5x1x17xf64> {aic.name = "t1603"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 3, eps = 0.25} : (tensor<5x1x17xf64>, tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1031 layer_norm"(%0: tensor<5x1x17xf64> {aic.name = "t1594"}, %1: tensor<5x1x17xf64> {aic.name = "t1604"}) -> (tensor<5x1x17xf64> {aic.name = "t1605"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 3, eps = 0.001} : (tensor<5x1x17xf64>, tensor<5x1x17xf64>) -> tensor<5x1x17xf64>
  return %result : tensor<5x1x17xf64>
}
func.func @"1032 layer_norm"(%0: tensor<1x1xf64> {aic.name = "t1606"}, %1: tensor<1xf64> {aic.name = "t1607"}, %2: tensor<1xf64> {aic.name = "t1608"}) -> (tensor<1x1xf64> {aic.name = "t1609"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 : (tensor<1x1xf64>, tensor<1xf64>, tensor<1xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1033 rms_norm"(%0: tensor<1x1xf64> {aic.name = "t1606"}, %1: tensor<1xf64> {aic.name = "t1607"}) -> (tensor<1x1xf64> {aic.name = "t1610"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 : (tensor<1x1xf64>, tensor<1xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1034 layer_norm"(%0: tensor<1x1xf64> {aic.name = "t1606"}, %1: tensor<1xf64> {aic.name = "t1611"}) -> (tensor<1x1xf64> {aic.name = "t1612"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {eps = 0.001} : (tensor<1x1xf64>, tensor<1xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1035 layer_norm"(%0: tensor<1x1xf64> {aic.name = "t1613"}, %1: tensor<1x1xf64> {aic.name = "t1614"}, %2: tensor<1x1xf64> {aic.name = "t1615"}) -> (tensor<1x1xf64> {aic.name = "t1616"}) attributes {summed} {
  %result = aic.layer_norm %0 weight %1 bias %2 {axes = 2} : (tensor<1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1036 rms_norm"(%0: tensor<1x1xf64> {aic.name = "t1613"}, %1: tensor<1x1xf64> {aic.name = "t1614"}) -> (tensor<1x1xf64> {aic.name = "t1617"}) attributes {summed} {
  %result = aic.rms_norm %0 weight %1 {axes = 2} : (tensor<1x1xf64>, tensor<1x1xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1037 layer_norm"(%0: tensor<1x1xf64> {aic.name = "t1613"}, %1: tensor<1x1xf64> {aic.name = "t1618"}) -> (tensor<1x1xf64> {aic.name = "t1619"}) attributes {summed} {
  %result = aic.layer_norm %0 bias %1 {axes = 2, eps = 0.001} : (tensor<1x1xf64>, tensor<1x1xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1038 layer_norm"(%0: tensor<4x3xf64> {aic.name = "t1620"}) -> (tensor<4x3xf64> {aic.name = "t1621"}) attributes {summed} {
  %result = aic.layer_norm %0 : (tensor<4x3xf64>) -> tensor<4x3xf64>
  return %result : tensor<4x3xf64>
}
func.func @"1039 rms_norm"(%0: tensor<3x3xf64> {aic.name = "t1622"}) -> (tensor<3x3xf64> {aic.name = "t1623"}) attributes {summed} {
  %result = aic.rms_norm %0 : (tensor<3x3xf64>) -> tensor<3x3xf64>
  return %result : tensor<3x3xf64>
}
func.func @"1040 layer_norm"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.layer_norm %0 : (tensor<0x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"1041 rms_norm"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.rms_norm %0 : (tensor<0x3xf64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"1042 layer_norm"(%0: tensor<3x0xf64> {aic.name = "t1185"}) -> (tensor<3x0xf64> {aic.name = "t1185"}) {
  %result = aic.layer_norm %0 : (tensor<3x0xf64>) -> tensor<3x0xf64>
  return %result : tensor<3x0xf64>
}
func.func @"1043 rms_norm"(%0: tensor<3x0xf64> {aic.name = "t1185"}) -> (tensor<3x0xf64> {aic.name = "t1185"}) {
  %result = aic.rms_norm %0 : (tensor<3x0xf64>) -> tensor<3x0xf64>
  return %result : tensor<3x0xf64>
}
func.func @"1044 layer_norm"(%0: tensor<2x0x3xf64> {aic.name = "t567"}) -> (tensor<2x0x3xf64> {aic.name = "t567"}) {
  %result = aic.layer_norm %0 : (tensor<2x0x3xf64>) -> tensor<2x0x3xf64>
  return %result : tensor<2x0x3xf64>
}
func.func @"1045 rms_norm"(%0: tensor<2x0x3xf64> {aic.name = "t567"}) -> (tensor<2x0x3xf64> {aic.name = "t567"}) {
  %result = aic.rms_norm %0 : (tensor<2x0x3xf64>) -> tensor<2x0x3xf64>
  return %result : tensor<2x0x3xf64>
}
func.func @"1046 group_norm"(%0: tensor<3x4xf64> {aic.name = "t1624"}, %1: tensor<4xf64> {aic.name = "t1625"}, %2: tensor<4xf64> {aic.name = "t1626"}) -> (tensor<3x4xf64> {aic.name = "t1627"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 1} : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1047 group_norm"(%0: tensor<3x4xf64> {aic.name = "t1624"}, %1: tensor<4xf64> {aic.name = "t1628"}) -> (tensor<3x4xf64> {aic.name = "t1629"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 1, eps = 1.0e-12} : (tensor<3x4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1048 group_norm"(%0: tensor<3x4xf64> {aic.name = "t1624"}, %1: tensor<4xf64> {aic.name = "t1630"}, %2: tensor<4xf64> {aic.name = "t1631"}) -> (tensor<3x4xf64> {aic.name = "t1632"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 2} : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1049 group_norm"(%0: tensor<3x4xf64> {aic.name = "t1624"}) -> (tensor<3x4xf64> {aic.name = "t1633"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 2, eps = 0.25} : (tensor<3x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1050 group_norm"(%0: tensor<3x4xf64> {aic.name = "t1624"}, %1: tensor<4xf64> {aic.name = "t1634"}) -> (tensor<3x4xf64> {aic.name = "t1635"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 2, eps = 1.0e-12} : (tensor<3x4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1051 group_norm"(%0: tensor<3x4xf64> {aic.name = "t1624"}, %1: tensor<4xf64> {aic.name = "t1636"}) -> (tensor<3x4xf64> {aic.name = "t1637"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 2} : (tensor<3x4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1052 group_norm"(%0: tensor<3x4xf64> {aic.name = "t1624"}, %1: tensor<4xf64> {aic.name = "t1638"}, %2: tensor<4xf64> {aic.name = "t1639"}) -> (tensor<3x4xf64> {aic.name = "t1640"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 4} : (tensor<3x4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1053 group_norm"(%0: tensor<3x4xf64> {aic.name = "t1624"}, %1: tensor<4xf64> {aic.name = "t1641"}) -> (tensor<3x4xf64> {aic.name = "t1642"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 4} : (tensor<3x4xf64>, tensor<4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1054 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}, %1: tensor<6xf64> {aic.name = "t1644"}, %2: tensor<6xf64> {aic.name = "t1645"}) -> (tensor<2x6x5xf64> {aic.name = "t1646"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 1} : (tensor<2x6x5xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1055 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}, %1: tensor<6xf64> {aic.name = "t1647"}) -> (tensor<2x6x5xf64> {aic.name = "t1648"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 1, eps = 1.0e-12} : (tensor<2x6x5xf64>, tensor<6xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1056 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}, %1: tensor<6xf64> {aic.name = "t1649"}, %2: tensor<6xf64> {aic.name = "t1650"}) -> (tensor<2x6x5xf64> {aic.name = "t1651"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 3} : (tensor<2x6x5xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1057 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}) -> (tensor<2x6x5xf64> {aic.name = "t1652"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 3, eps = 0.25} : (tensor<2x6x5xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1058 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}, %1: tensor<6xf64> {aic.name = "t1653"}) -> (tensor<2x6x5xf64> {aic.name = "t1654"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 3, eps = 1.0e-12} : (tensor<2x6x5xf64>, tensor<6xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1059 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}, %1: tensor<6xf64> {aic.name = "t1655"}) -> (tensor<2x6x5xf64> {aic.name = "t1656"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 3} : (tensor<2x6x5xf64>, tensor<6xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1060 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}, %1: tensor<6xf64> {aic.name = "t1657"}, %2: tensor<6xf64> {aic.name = "t1658"}) -> (tensor<2x6x5xf64> {aic.name = "t1659"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 6} : (tensor<2x6x5xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1061 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}) -> (tensor<2x6x5xf64> {aic.name = "t1660"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 6, eps = 0.25} : (tensor<2x6x5xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1062 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}, %1: tensor<6xf64> {aic.name = "t1661"}) -> (tensor<2x6x5xf64> {aic.name = "t1662"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 6, eps = 1.0e-12} : (tensor<2x6x5xf64>, tensor<6xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1063 group_norm"(%0: tensor<2x6x5xf64> {aic.name = "t1643"}, %1: tensor<6xf64> {aic.name = "t1663"}) -> (tensor<2x6x5xf64> {aic.name = "t1664"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 6} : (tensor<2x6x5xf64>, tensor<6xf64>) -> tensor<2x6x5xf64>
  return %result : tensor<2x6x5xf64>
}
func.func @"1064 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1666"}, %2: tensor<6xf64> {aic.name = "t1667"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1668"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 1} : (tensor<2x6x3x4xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1065 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1666"}, %2: tensor<6xf64> {aic.name = "t1667"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1670"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 1, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1066 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1671"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1672"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 1, eps = 1.0e-12} : (tensor<2x6x3x4xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1067 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1671"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1673"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 1, eps = 1.0e-12, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1068 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1674"}, %2: tensor<6xf64> {aic.name = "t1675"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1676"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 2} : (tensor<2x6x3x4xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1069 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1674"}, %2: tensor<6xf64> {aic.name = "t1675"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1677"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 2, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1070 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1678"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 2, eps = 0.25} : (tensor<2x6x3x4xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1071 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1679"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 2, eps = 0.25, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1072 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1680"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1681"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 2, eps = 1.0e-12} : (tensor<2x6x3x4xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1073 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1680"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1682"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 2, eps = 1.0e-12, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1074 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1683"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1684"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 2} : (tensor<2x6x3x4xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1075 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1683"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1685"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 2, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1076 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1686"}, %2: tensor<6xf64> {aic.name = "t1687"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1688"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 3} : (tensor<2x6x3x4xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1077 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1686"}, %2: tensor<6xf64> {aic.name = "t1687"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1689"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 3, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1078 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1690"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 3, eps = 0.25} : (tensor<2x6x3x4xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1079 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1691"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 3, eps = 0.25, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1080 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1692"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1693"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 3, eps = 1.0e-12} : (tensor<2x6x3x4xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1081 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1692"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1694"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 3, eps = 1.0e-12, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1082 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1695"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1696"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 3} : (tensor<2x6x3x4xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1083 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1695"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1697"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 3, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1084 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1698"}, %2: tensor<6xf64> {aic.name = "t1699"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1700"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 6} : (tensor<2x6x3x4xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1085 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1698"}, %2: tensor<6xf64> {aic.name = "t1699"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1701"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 6, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1086 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1702"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 6, eps = 0.25} : (tensor<2x6x3x4xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1087 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1703"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 6, eps = 0.25, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1088 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1704"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1705"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 6, eps = 1.0e-12} : (tensor<2x6x3x4xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1089 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1704"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1706"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 6, eps = 1.0e-12, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1090 group_norm"(%0: tensor<2x6x3x4xf64> {aic.name = "t1665"}, %1: tensor<6xf64> {aic.name = "t1707"}) -> (tensor<2x6x3x4xf64> {aic.name = "t1708"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 6} : (tensor<2x6x3x4xf64>, tensor<6xf64>) -> tensor<2x6x3x4xf64>
  return %result : tensor<2x6x3x4xf64>
}
func.func @"1091 group_norm"(%0: tensor<2x3x4x6xf64> {aic.name = "t1669"}, %1: tensor<6xf64> {aic.name = "t1707"}) -> (tensor<2x3x4x6xf64> {aic.name = "t1709"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 6, layout = #aic.layout<nhwc>} : (tensor<2x3x4x6xf64>, tensor<6xf64>) -> tensor<2x3x4x6xf64>
  return %result : tensor<2x3x4x6xf64>
}
func.func @"1092 group_norm"(%0: tensor<1x4x2x1x3xf64> {aic.name = "t1710"}, %1: tensor<4xf64> {aic.name = "t1711"}, %2: tensor<4xf64> {aic.name = "t1712"}) -> (tensor<1x4x2x1x3xf64> {aic.name = "t1713"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 2} : (tensor<1x4x2x1x3xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<1x4x2x1x3xf64>
  return %result : tensor<1x4x2x1x3xf64>
}
func.func @"1093 group_norm"(%0: tensor<1x4x2x1x3xf64> {aic.name = "t1710"}, %1: tensor<4xf64> {aic.name = "t1714"}) -> (tensor<1x4x2x1x3xf64> {aic.name = "t1715"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 2, eps = 1.0e-12} : (tensor<1x4x2x1x3xf64>, tensor<4xf64>) -> tensor<1x4x2x1x3xf64>
  return %result : tensor<1x4x2x1x3xf64>
}
func.func @"1094 group_norm"(%0: tensor<1x4x2x1x3xf64> {aic.name = "t1710"}, %1: tensor<4xf64> {aic.name = "t1716"}, %2: tensor<4xf64> {aic.name = "t1717"}) -> (tensor<1x4x2x1x3xf64> {aic.name = "t1718"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 4} : (tensor<1x4x2x1x3xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<1x4x2x1x3xf64>
  return %result : tensor<1x4x2x1x3xf64>
}
func.func @"1095 group_norm"(%0: tensor<1x4x2x1x3xf64> {aic.name = "t1710"}, %1: tensor<4xf64> {aic.name = "t1719"}) -> (tensor<1x4x2x1x3xf64> {aic.name = "t1720"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 4, eps = 1.0e-12} : (tensor<1x4x2x1x3xf64>, tensor<4xf64>) -> tensor<1x4x2x1x3xf64>
  return %result : tensor<1x4x2x1x3xf64>
}
func.func @"1096 group_norm"(%0: tensor<1x7x1x1xf64> {aic.name = "t1721"}, %1: tensor<7xf64> {aic.name = "t1722"}, %2: tensor<7xf64> {aic.name = "t1723"}) -> (tensor<1x7x1x1xf64> {aic.name = "t1724"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 1} : (tensor<1x7x1x1xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x7x1x1xf64>
  return %result : tensor<1x7x1x1xf64>
}
func.func @"1097 group_norm"(%0: tensor<1x1x1x7xf64> {aic.name = "t1725"}, %1: tensor<7xf64> {aic.name = "t1722"}, %2: tensor<7xf64> {aic.name = "t1723"}) -> (tensor<1x1x1x7xf64> {aic.name = "t1726"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 1, layout = #aic.layout<nhwc>} : (tensor<1x1x1x7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x1x1x7xf64>
  return %result : tensor<1x1x1x7xf64>
}
func.func @"1098 group_norm"(%0: tensor<1x7x1x1xf64> {aic.name = "t1721"}, %1: tensor<7xf64> {aic.name = "t1727"}) -> (tensor<1x7x1x1xf64> {aic.name = "t1728"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 1, eps = 1.0e-12} : (tensor<1x7x1x1xf64>, tensor<7xf64>) -> tensor<1x7x1x1xf64>
  return %result : tensor<1x7x1x1xf64>
}
func.func @"1099 group_norm"(%0: tensor<1x1x1x7xf64> {aic.name = "t1725"}, %1: tensor<7xf64> {aic.name = "t1727"}) -> (tensor<1x1x1x7xf64> {aic.name = "t1729"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 1, eps = 1.0e-12, layout = #aic.layout<nhwc>} : (tensor<1x1x1x7xf64>, tensor<7xf64>) -> tensor<1x1x1x7xf64>
  return %result : tensor<1x1x1x7xf64>
}
func.func @"1100 group_norm"(%0: tensor<1x7x1x1xf64> {aic.name = "t1721"}, %1: tensor<7xf64> {aic.name = "t1730"}, %2: tensor<7xf64> {aic.name = "t1731"}) -> (tensor<1x7x1x1xf64> {aic.name = "t1732"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 7} : (tensor<1x7x1x1xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x7x1x1xf64>
  return %result : tensor<1x7x1x1xf64>
}
func.func @"1101 group_norm"(%0: tensor<1x1x1x7xf64> {aic.name = "t1725"}, %1: tensor<7xf64> {aic.name = "t1730"}, %2: tensor<7xf64> {aic.name = "t1731"}) -> (tensor<1x1x1x7xf64> {aic.name = "t1733"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 7, layout = #aic.layout<nhwc>} : (tensor<1x1x1x7xf64>, tensor<7xf64>, tensor<7xf64>) -> tensor<1x1x1x7xf64>
  return %result : tensor<1x1x1x7xf64>
}
func.func @"1102 group_norm"(%0: tensor<0x4x3x3xf64> {aic.name = "t1734"}, %1: tensor<4xf64> {aic.name = "t1735"}, %2: tensor<4xf64> {aic.name = "t1736"}) -> (tensor<0x4x3x3xf64> {aic.name = "t1734"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 2} : (tensor<0x4x3x3xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<0x4x3x3xf64>
  return %result : tensor<0x4x3x3xf64>
}
func.func @"1103 group_norm"(%0: tensor<0x3x3x4xf64> {aic.name = "t1737"}, %1: tensor<4xf64> {aic.name = "t1735"}, %2: tensor<4xf64> {aic.name = "t1736"}) -> (tensor<0x3x3x4xf64> {aic.name = "t1737"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 2, layout = #aic.layout<nhwc>} : (tensor<0x3x3x4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<0x3x3x4xf64>
  return %result : tensor<0x3x3x4xf64>
}
func.func @"1104 group_norm"(%0: tensor<0x4x3x3xf64> {aic.name = "t1734"}) -> (tensor<0x4x3x3xf64> {aic.name = "t1734"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 2, eps = 0.25} : (tensor<0x4x3x3xf64>) -> tensor<0x4x3x3xf64>
  return %result : tensor<0x4x3x3xf64>
}
func.func @"1105 group_norm"(%0: tensor<0x3x3x4xf64> {aic.name = "t1737"}) -> (tensor<0x3x3x4xf64> {aic.name = "t1737"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 2, eps = 0.25, layout = #aic.layout<nhwc>} : (tensor<0x3x3x4xf64>) -> tensor<0x3x3x4xf64>
  return %result : tensor<0x3x3x4xf64>
}
func.func @"1106 group_norm"(%0: tensor<0x4x3x3xf64> {aic.name = "t1734"}, %1: tensor<4xf64> {aic.name = "t1738"}) -> (tensor<0x4x3x3xf64> {aic.name = "t1734"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 2, eps = 1.0e-12} : (tensor<0x4x3x3xf64>, tensor<4xf64>) -> tensor<0x4x3x3xf64>
  return %result : tensor<0x4x3x3xf64>
}
func.func @"1107 group_norm"(%0: tensor<0x3x3x4xf64> {aic.name = "t1737"}, %1: tensor<4xf64> {aic.name = "t1738"}) -> (tensor<0x3x3x4xf64> {aic.name = "t1737"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 2, eps = 1.0e-12, layout = #aic.layout<nhwc>} : (tensor<0x3x3x4xf64>, tensor<4xf64>) -> tensor<0x3x3x4xf64>
  return %result : tensor<0x3x3x4xf64>
}
func.func @"1108 group_norm"(%0: tensor<0x4x3x3xf64> {aic.name = "t1734"}, %1: tensor<4xf64> {aic.name = "t1739"}) -> (tensor<0x4x3x3xf64> {aic.name = "t1734"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 2} : (tensor<0x4x3x3xf64>, tensor<4xf64>) -> tensor<0x4x3x3xf64>
  return %result : tensor<0x4x3x3xf64>
}
func.func @"1109 group_norm"(%0: tensor<0x3x3x4xf64> {aic.name = "t1737"}, %1: tensor<4xf64> {aic.name = "t1739"}) -> (tensor<0x3x3x4xf64> {aic.name = "t1737"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 2, layout = #aic.layout<nhwc>} : (tensor<0x3x3x4xf64>, tensor<4xf64>) -> tensor<0x3x3x4xf64>
  return %result : tensor<0x3x3x4xf64>
}
func.func @"1110 group_norm"(%0: tensor<2x4x0x3xf64> {aic.name = "t1740"}, %1: tensor<4xf64> {aic.name = "t1741"}, %2: tensor<4xf64> {aic.name = "t1742"}) -> (tensor<2x4x0x3xf64> {aic.name = "t1740"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 2} : (tensor<2x4x0x3xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<2x4x0x3xf64>
  return %result : tensor<2x4x0x3xf64>
}
func.func @"1111 group_norm"(%0: tensor<2x0x3x4xf64> {aic.name = "t1743"}, %1: tensor<4xf64> {aic.name = "t1741"}, %2: tensor<4xf64> {aic.name = "t1742"}) -> (tensor<2x0x3x4xf64> {aic.name = "t1743"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 bias %2 {num_groups = 2, layout = #aic.layout<nhwc>} : (tensor<2x0x3x4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<2x0x3x4xf64>
  return %result : tensor<2x0x3x4xf64>
}
func.func @"1112 group_norm"(%0: tensor<2x4x0x3xf64> {aic.name = "t1740"}) -> (tensor<2x4x0x3xf64> {aic.name = "t1740"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 2, eps = 0.25} : (tensor<2x4x0x3xf64>) -> tensor<2x4x0x3xf64>
  return %result : tensor<2x4x0x3xf64>
}
func.func @"1113 group_norm"(%0: tensor<2x0x3x4xf64> {aic.name = "t1743"}) -> (tensor<2x0x3x4xf64> {aic.name = "t1743"}) attributes {summed} {
  %result = aic.group_norm %0 {num_groups = 2, eps = 0.25, layout = #aic.layout<nhwc>} : (tensor<2x0x3x4xf64>) -> tensor<2x0x3x4xf64>
  return %result : tensor<2x0x3x4xf64>
}
func.func @"1114 group_norm"(%0: tensor<2x4x0x3xf64> {aic.name = "t1740"}, %1: tensor<4xf64> {aic.name = "t1744"}) -> (tensor<2x4x0x3xf64> {aic.name = "t1740"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 2, eps = 1.0e-12} : (tensor<2x4x0x3xf64>, tensor<4xf64>) -> tensor<2x4x0x3xf64>
  return %result : tensor<2x4x0x3xf64>
}
func.func @"1115 group_norm"(%0: tensor<2x0x3x4xf64> {aic.name = "t1743"}, %1: tensor<4xf64> {aic.name = "t1744"}) -> (tensor<2x0x3x4xf64> {aic.name = "t1743"}) attributes {summed} {
  %result = aic.group_norm %0 weight %1 {num_groups = 2, eps = 1.0e-12, layout = #aic.layout<nhwc>} : (tensor<2x0x3x4xf64>, tensor<4xf64>) -> tensor<2x0x3x4xf64>
  return %result : tensor<2x0x3x4xf64>
}
func.func @"1116 group_norm"(%0: tensor<2x4x0x3xf64> {aic.name = "t1740"}, %1: tensor<4xf64> {aic.name = "t1745"}) -> (tensor<2x4x0x3xf64> {aic.name = "t1740"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 2} : (tensor<2x4x0x3xf64>, tensor<4xf64>) -> tensor<2x4x0x3xf64>
  return %result : tensor<2x4x0x3xf64>
}
func.func @"1117 group_norm"(%0: tensor<2x0x3x4xf64> {aic.name = "t1743"}, %1: tensor<4xf64> {aic.name = "t1745"}) -> (tensor<2x0x3x4xf64> {aic.name = "t1743"}) attributes {summed} {
  %result = aic.group_norm %0 bias %1 {num_groups = 2, layout = #aic.layout<nhwc>} : (tensor<2x0x3x4xf64>, tensor<4xf64>) -> tensor<2x0x3x4xf64>
  return %result : tensor<2x0x3x4xf64>
}
func.func @"1118 conv1d"(%0: tensor<1x3x7xf64> {aic.name = "t1746"}, %1: tensor<4x3x3xf64> {aic.name = "t1747"}, %2: tensor<4xf64> {aic.name = "t1748"}) -> (tensor<1x4x7xf64> {aic.name = "t1749"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {padding = array<i64: 1, 1>} : (tensor<1x3x7xf64>, tensor<4x3x3xf64>, tensor<4xf64>) -> tensor<1x4x7xf64>
  return %result : tensor<1x4x7xf64>
}
func.func @"1119 conv1d"(%0: tensor<2x80x17xf64> {aic.name = "t1750"}, %1: tensor<3x80x3xf64> {aic.name = "t1751"}, %2: tensor<3xf64> {aic.name = "t1752"}) -> (tensor<2x3x9xf64> {aic.name = "t1753"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {stride = array<i64: 2>, padding = array<i64: 1, 1>} : (tensor<2x80x17xf64>, tensor<3x80x3xf64>, tensor<3xf64>) -> tensor<2x3x9xf64>
  return %result : tensor<2x3x9xf64>
}
func.func @"1120 conv1d"(%0: tensor<1x1x1xf64> {aic.name = "t1754"}, %1: tensor<1x1x1xf64> {aic.name = "t1755"}) -> (tensor<1x1x1xf64> {aic.name = "t1756"}) attributes {summed} {
  %result = aic.conv1d %0, %1 : (tensor<1x1x1xf64>, tensor<1x1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1121 conv1d"(%0: tensor<1x2x3xf64> {aic.name = "t1757"}, %1: tensor<2x2x3xf64> {aic.name = "t1758"}, %2: tensor<2xf64> {aic.name = "t1759"}) -> (tensor<1x2x13xf64> {aic.name = "t1760"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {padding = array<i64: 9, 5>, dilation = array<i64: 2>} : (tensor<1x2x3xf64>, tensor<2x2x3xf64>, tensor<2xf64>) -> tensor<1x2x13xf64>
  return %result : tensor<1x2x13xf64>
}
func.func @"1122 conv1d"(%0: tensor<0x2x5xf64> {aic.name = "t1761"}, %1: tensor<3x2x2xf64> {aic.name = "t1762"}, %2: tensor<3xf64> {aic.name = "t1763"}) -> (tensor<0x3x4xf64> {aic.name = "t1764"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 : (tensor<0x2x5xf64>, tensor<3x2x2xf64>, tensor<3xf64>) -> tensor<0x3x4xf64>
  return %result : tensor<0x3x4xf64>
}
func.func @"1123 conv1d"(%0: tensor<2x9x11xf64> {aic.name = "t1765"}, %1: tensor<6x3x5xf64> {aic.name = "t1766"}, %2: tensor<6xf64> {aic.name = "t1767"}) -> (tensor<2x6x3xf64> {aic.name = "t1768"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {stride = array<i64: 2>, padding = array<i64: 1, 2>, dilation = array<i64: 2>, groups = 3} : (tensor<2x9x11xf64>, tensor<6x3x5xf64>, tensor<6xf64>) -> tensor<2x6x3xf64>
  return %result : tensor<2x6x3xf64>
}
func.func @"1124 conv1d"(%0: tensor<1x4x15xf64> {aic.name = "t1769"}, %1: tensor<6x2x5xf64> {aic.name = "t1770"}) -> (tensor<1x6x4xf64> {aic.name = "t1771"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {padding = array<i64: 1, 0>, dilation = array<i64: 3>, groups = 2} : (tensor<1x4x15xf64>, tensor<6x2x5xf64>) -> tensor<1x6x4xf64>
  return %result : tensor<1x6x4xf64>
}
func.func @"1125 conv1d"(%0: tensor<2x3x11xf64> {aic.name = "t1772"}, %1: tensor<1x3x4xf64> {aic.name = "t1773"}, %2: tensor<1xf64> {aic.name = "t1774"}) -> (tensor<2x1x1xf64> {aic.name = "t1775"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {stride = array<i64: 2>, dilation = array<i64: 3>} : (tensor<2x3x11xf64>, tensor<1x3x4xf64>, tensor<1xf64>) -> tensor<2x1x1xf64>
  return %result : tensor<2x1x1xf64>
}
func.func @"1126 conv1d"(%0: tensor<1x3x6xf64> {aic.name = "t1776"}, %1: tensor<2x3x1xf64> {aic.name = "t1777"}) -> (tensor<1x2x4xf64> {aic.name = "t1778"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {stride = array<i64: 3>, padding = array<i64: 1, 3>} : (tensor<1x3x6xf64>, tensor<2x3x1xf64>) -> tensor<1x2x4xf64>
  return %result : tensor<1x2x4xf64>
}
func.func @"1127 conv1d"(%0: tensor<2x2x6xf64> {aic.name = "t1779"}, %1: tensor<3x2x2xf64> {aic.name = "t1780"}) -> (tensor<2x3x7xf64> {aic.name = "t1781"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {padding = array<i64: 3, 1>, dilation = array<i64: 3>} : (tensor<2x2x6xf64>, tensor<3x2x2xf64>) -> tensor<2x3x7xf64>
  return %result : tensor<2x3x7xf64>
}
func.func @"1128 conv1d"(%0: tensor<2x3x11xf64> {aic.name = "t1782"}, %1: tensor<1x3x3xf64> {aic.name = "t1783"}) -> (tensor<2x1x4xf64> {aic.name = "t1784"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {stride = array<i64: 2>, padding = array<i64: 1, 0>, dilation = array<i64: 2>} : (tensor<2x3x11xf64>, tensor<1x3x3xf64>) -> tensor<2x1x4xf64>
  return %result : tensor<2x1x4xf64>
}
func.func @"1129 conv1d"(%0: tensor<1x6x1xf64> {aic.name = "t1785"}, %1: tensor<9x2x1xf64> {aic.name = "t1786"}) -> (tensor<1x9x4xf64> {aic.name = "t1787"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {padding = array<i64: 3, 0>, dilation = array<i64: 2>, groups = 3} : (tensor<1x6x1xf64>, tensor<9x2x1xf64>) -> tensor<1x9x4xf64>
  return %result : tensor<1x9x4xf64>
}
func.func @"1130 conv1d"(%0: tensor<2x6x17xf64> {aic.name = "t1788"}, %1: tensor<4x3x5xf64> {aic.name = "t1789"}, %2: tensor<4xf64> {aic.name = "t1790"}) -> (tensor<2x4x5xf64> {aic.name = "t1791"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {stride = array<i64: 2>, padding = array<i64: 2, 3>, dilation = array<i64: 3>, groups = 2} : (tensor<2x6x17xf64>, tensor<4x3x5xf64>, tensor<4xf64>) -> tensor<2x4x5xf64>
  return %result : tensor<2x4x5xf64>
}
func.func @"1131 conv1d"(%0: tensor<1x6x11xf64> {aic.name = "t1792"}, %1: tensor<3x2x5xf64> {aic.name = "t1793"}, %2: tensor<3xf64> {aic.name = "t1794"}) -> (tensor<1x3x5xf64> {aic.name = "t1795"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {stride = array<i64: 2>, padding = array<i64: 1, 2>, groups = 3} : (tensor<1x6x11xf64>, tensor<3x2x5xf64>, tensor<3xf64>) -> tensor<1x3x5xf64>
  return %result : tensor<1x3x5xf64>
}
func.func @"1132 conv1d"(%0: tensor<2x4x8xf64> {aic.name = "t1796"}, %1: tensor<4x2x1xf64> {aic.name = "t1797"}) -> (tensor<2x4x4xf64> {aic.name = "t1798"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {stride = array<i64: 2>, groups = 2} : (tensor<2x4x8xf64>, tensor<4x2x1xf64>) -> tensor<2x4x4xf64>
  return %result : tensor<2x4x4xf64>
}
func.func @"1133 conv1d"(%0: tensor<2x6x4xf64> {aic.name = "t1799"}, %1: tensor<6x2x3xf64> {aic.name = "t1800"}, %2: tensor<6xf64> {aic.name = "t1801"}) -> (tensor<2x6x3xf64> {aic.name = "t1802"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {padding = array<i64: 3, 0>, dilation = array<i64: 2>, groups = 3} : (tensor<2x6x4xf64>, tensor<6x2x3xf64>, tensor<6xf64>) -> tensor<2x6x3xf64>
  return %result : tensor<2x6x3xf64>
}
func.func @"1134 conv1d"(%0: tensor<2x2x10xf64> {aic.name = "t1803"}, %1: tensor<2x2x3xf64> {aic.name = "t1804"}, %2: tensor<2xf64> {aic.name = "t1805"}) -> (tensor<2x2x3xf64> {aic.name = "t1806"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {stride = array<i64: 3>, padding = array<i64: 1, 2>, dilation = array<i64: 2>} : (tensor<2x2x10xf64>, tensor<2x2x3xf64>, tensor<2xf64>) -> tensor<2x2x3xf64>
  return %result : tensor<2x2x3xf64>
}
func.func @"1135 conv1d"(%0: tensor<2x4x9xf64> {aic.name = "t1807"}, %1: tensor<2x2x4xf64> {aic.name = "t1808"}, %2: tensor<2xf64> {aic.name = "t1809"}) -> (tensor<2x2x7xf64> {aic.name = "t1810"}) attributes {summed} {
  %result = aic.conv1d %0, %1, %2 {padding = array<i64: 3, 1>, dilation = array<i64: 2>, groups = 2} : (tensor<2x4x9xf64>, tensor<2x2x4xf64>, tensor<2xf64>) -> tensor<2x2x7xf64>
  return %result : tensor<2x2x7xf64>
}
func.func @"1136 conv1d"(%0: tensor<2x1x11xf64> {aic.name = "t1811"}, %1: tensor<1x1x2xf64> {aic.name = "t1812"}) -> (tensor<2x1x4xf64> {aic.name = "t1813"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {stride = array<i64: 2>, dilation = array<i64: 3>} : (tensor<2x1x11xf64>, tensor<1x1x2xf64>) -> tensor<2x1x4xf64>
  return %result : tensor<2x1x4xf64>
}
func.func @"1137 conv1d"(%0: tensor<1x3x7xf64> {aic.name = "t1814"}, %1: tensor<2x3x1xf64> {aic.name = "t1815"}) -> (tensor<1x2x10xf64> {aic.name = "t1816"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {padding = array<i64: 3, 0>} : (tensor<1x3x7xf64>, tensor<2x3x1xf64>) -> tensor<1x2x10xf64>
  return %result : tensor<1x2x10xf64>
}
func.func @"1138 conv1d"(%0: tensor<2x3x14xf64> {aic.name = "t1817"}, %1: tensor<1x3x5xf64> {aic.name = "t1818"}) -> (tensor<2x1x3xf64> {aic.name = "t1819"}) attributes {summed} {
  %result = aic.conv1d %0, %1 {stride = array<i64: 2>, padding = array<i64: 3, 0>, dilation = array<i64: 3>} : (tensor<2x3x14xf64>, tensor<1x3x5xf64>) -> tensor<2x1x3xf64>
  return %result : tensor<2x1x3xf64>
}
func.func @"1139 conv_transpose2d"(%0: tensor<1x3x4x5xf64> {aic.name = "t1820"}, %1: tensor<3x2x2x2xf64> {aic.name = "t1821"}, %2: tensor<2xf64> {aic.name = "t1822"}) -> (tensor<1x2x8x10xf64> {aic.name = "t1823"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 2, 2>} : (tensor<1x3x4x5xf64>, tensor<3x2x2x2xf64>, tensor<2xf64>) -> tensor<1x2x8x10xf64>
  return %result : tensor<1x2x8x10xf64>
}
func.func @"1140 conv_transpose2d"(%0: tensor<2x4x3x5xf64> {aic.name = "t1824"}, %1: tensor<4x3x3x3xf64> {aic.name = "t1825"}, %2: tensor<3xf64> {aic.name = "t1826"}) -> (tensor<2x3x6x10xf64> {aic.name = "t1827"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, output_padding = array<i64: 1, 1>} : (tensor<2x4x3x5xf64>, tensor<4x3x3x3xf64>, tensor<3xf64>) -> tensor<2x3x6x10xf64>
  return %result : tensor<2x3x6x10xf64>
}
func.func @"1141 conv_transpose2d"(%0: tensor<1x4x5x3xf64> {aic.name = "t1828"}, %1: tensor<4x2x4x4xf64> {aic.name = "t1829"}) -> (tensor<1x4x10x6xf64> {aic.name = "t1830"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, groups = 2} : (tensor<1x4x5x3xf64>, tensor<4x2x4x4xf64>) -> tensor<1x4x10x6xf64>
  return %result : tensor<1x4x10x6xf64>
}
func.func @"1142 conv_transpose2d"(%0: tensor<1x3x4x4xf64> {aic.name = "t1831"}, %1: tensor<3x1x3x3xf64> {aic.name = "t1832"}, %2: tensor<3xf64> {aic.name = "t1833"}) -> (tensor<1x3x4x4xf64> {aic.name = "t1834"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {padding = array<i64: 1, 1, 1, 1>, groups = 3} : (tensor<1x3x4x4xf64>, tensor<3x1x3x3xf64>, tensor<3xf64>) -> tensor<1x3x4x4xf64>
  return %result : tensor<1x3x4x4xf64>
}
func.func @"1143 conv_transpose2d"(%0: tensor<1x2x1x1xf64> {aic.name = "t1835"}, %1: tensor<2x2x1x1xf64> {aic.name = "t1836"}) -> (tensor<1x2x1x1xf64> {aic.name = "t1837"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 : (tensor<1x2x1x1xf64>, tensor<2x2x1x1xf64>) -> tensor<1x2x1x1xf64>
  return %result : tensor<1x2x1x1xf64>
}
func.func @"1144 conv_transpose2d"(%0: tensor<1x2x3x4xf64> {aic.name = "t1838"}, %1: tensor<2x1x2x1xf64> {aic.name = "t1839"}, %2: tensor<1xf64> {aic.name = "t1840"}) -> (tensor<1x1x13x12xf64> {aic.name = "t1841"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 4, 3>, output_padding = array<i64: 3, 2>} : (tensor<1x2x3x4xf64>, tensor<2x1x2x1xf64>, tensor<1xf64>) -> tensor<1x1x13x12xf64>
  return %result : tensor<1x1x13x12xf64>
}
func.func @"1145 conv_transpose2d"(%0: tensor<1x2x4x3xf64> {aic.name = "t1842"}, %1: tensor<2x2x3x2xf64> {aic.name = "t1843"}, %2: tensor<2xf64> {aic.name = "t1844"}) -> (tensor<1x2x12x6xf64> {aic.name = "t1845"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {output_padding = array<i64: 2, 1>, dilation = array<i64: 3, 2>} : (tensor<1x2x4x3xf64>, tensor<2x2x3x2xf64>, tensor<2xf64>) -> tensor<1x2x12x6xf64>
  return %result : tensor<1x2x12x6xf64>
}
func.func @"1146 conv_transpose2d"(%0: tensor<1x2x4x4xf64> {aic.name = "t1846"}, %1: tensor<2x2x3x3xf64> {aic.name = "t1847"}) -> (tensor<1x2x2x2xf64> {aic.name = "t1848"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {padding = array<i64: 3, 3, 3, 3>, dilation = array<i64: 2, 2>} : (tensor<1x2x4x4xf64>, tensor<2x2x3x3xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"1147 conv_transpose2d"(%0: tensor<0x2x3x3xf64> {aic.name = "t736"}, %1: tensor<2x2x2x2xf64> {aic.name = "t1849"}, %2: tensor<2xf64> {aic.name = "t1850"}) -> (tensor<0x2x4x4xf64> {aic.name = "t1851"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 : (tensor<0x2x3x3xf64>, tensor<2x2x2x2xf64>, tensor<2xf64>) -> tensor<0x2x4x4xf64>
  return %result : tensor<0x2x4x4xf64>
}
func.func @"1148 conv_transpose2d"(%0: tensor<1x1x4x1xf64> {aic.name = "t1852"}, %1: tensor<1x3x2x1xf64> {aic.name = "t1853"}, %2: tensor<3xf64> {aic.name = "t1854"}) -> (tensor<1x3x5x2xf64> {aic.name = "t1855"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 2, 1>, padding = array<i64: 3, 0, 3, 0>, output_padding = array<i64: 1, 1>, dilation = array<i64: 3, 2>} : (tensor<1x1x4x1xf64>, tensor<1x3x2x1xf64>, tensor<3xf64>) -> tensor<1x3x5x2xf64>
  return %result : tensor<1x3x5x2xf64>
}
func.func @"1149 conv_transpose2d"(%0: tensor<2x6x5x5xf64> {aic.name = "t1856"}, %1: tensor<6x2x3x2xf64> {aic.name = "t1857"}, %2: tensor<4xf64> {aic.name = "t1858"}) -> (tensor<2x4x9x5xf64> {aic.name = "t1859"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 2, 1>, padding = array<i64: 0, 1, 2, 2>, output_padding = array<i64: 0, 1>, dilation = array<i64: 1, 2>, groups = 2} : (tensor<2x6x5x5xf64>, tensor<6x2x3x2xf64>, tensor<4xf64>) -> tensor<2x4x9x5xf64>
  return %result : tensor<2x4x9x5xf64>
}
func.func @"1150 conv_transpose2d"(%0: tensor<2x3x5x4xf64> {aic.name = "t1860"}, %1: tensor<3x2x4x3xf64> {aic.name = "t1861"}, %2: tensor<2xf64> {aic.name = "t1862"}) -> (tensor<2x2x14x10xf64> {aic.name = "t1863"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 1, 1>, dilation = array<i64: 1, 2>} : (tensor<2x3x5x4xf64>, tensor<3x2x4x3xf64>, tensor<2xf64>) -> tensor<2x2x14x10xf64>
  return %result : tensor<2x2x14x10xf64>
}
func.func @"1151 conv_transpose2d"(%0: tensor<1x6x5x4xf64> {aic.name = "t1864"}, %1: tensor<6x2x2x3xf64> {aic.name = "t1865"}) -> (tensor<1x4x8x6xf64> {aic.name = "t1866"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 1>, padding = array<i64: 3, 3, 3, 3>, output_padding = array<i64: 2, 2>, dilation = array<i64: 3, 3>, groups = 2} : (tensor<1x6x5x4xf64>, tensor<6x2x2x3xf64>) -> tensor<1x4x8x6xf64>
  return %result : tensor<1x4x8x6xf64>
}
func.func @"1152 conv_transpose2d"(%0: tensor<1x1x5x5xf64> {aic.name = "t1867"}, %1: tensor<1x1x3x1xf64> {aic.name = "t1868"}) -> (tensor<1x1x19x11xf64> {aic.name = "t1869"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 3, 3>, padding = array<i64: 0, 2, 0, 2>, output_padding = array<i64: 2, 2>, dilation = array<i64: 2, 3>} : (tensor<1x1x5x5xf64>, tensor<1x1x3x1xf64>) -> tensor<1x1x19x11xf64>
  return %result : tensor<1x1x19x11xf64>
}
func.func @"1153 conv_transpose2d"(%0: tensor<1x3x4x4xf64> {aic.name = "t1870"}, %1: tensor<3x1x2x4xf64> {aic.name = "t1871"}) -> (tensor<1x1x9x9xf64> {aic.name = "t1872"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 0, 1, 0, 1>, output_padding = array<i64: 0, 1>, dilation = array<i64: 2, 1>} : (tensor<1x3x4x4xf64>, tensor<3x1x2x4xf64>) -> tensor<1x1x9x9xf64>
  return %result : tensor<1x1x9x9xf64>
}
func.func @"1154 conv_transpose2d"(%0: tensor<1x6x1x3xf64> {aic.name = "t1873"}, %1: tensor<6x1x3x4xf64> {aic.name = "t1874"}, %2: tensor<2xf64> {aic.name = "t1875"}) -> (tensor<1x2x6x9xf64> {aic.name = "t1876"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 3, 1>, padding = array<i64: 0, 1, 3, 2>, output_padding = array<i64: 2, 0>, dilation = array<i64: 3, 3>, groups = 2} : (tensor<1x6x1x3xf64>, tensor<6x1x3x4xf64>, tensor<2xf64>) -> tensor<1x2x6x9xf64>
  return %result : tensor<1x2x6x9xf64>
}
func.func @"1155 conv_transpose2d"(%0: tensor<1x3x2x2xf64> {aic.name = "t1877"}, %1: tensor<3x1x4x4xf64> {aic.name = "t1878"}) -> (tensor<1x1x7x8xf64> {aic.name = "t1879"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 3>, padding = array<i64: 0, 3, 0, 3>, output_padding = array<i64: 1, 1>, dilation = array<i64: 1, 3>} : (tensor<1x3x2x2xf64>, tensor<3x1x4x4xf64>) -> tensor<1x1x7x8xf64>
  return %result : tensor<1x1x7x8xf64>
}
func.func @"1156 conv_transpose2d"(%0: tensor<1x3x2x4xf64> {aic.name = "t1880"}, %1: tensor<3x3x2x3xf64> {aic.name = "t1881"}, %2: tensor<3xf64> {aic.name = "t1882"}) -> (tensor<1x3x7x8xf64> {aic.name = "t1883"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 3, 1>, padding = array<i64: 0, 1, 0, 1>, output_padding = array<i64: 2, 0>, dilation = array<i64: 1, 3>} : (tensor<1x3x2x4xf64>, tensor<3x3x2x3xf64>, tensor<3xf64>) -> tensor<1x3x7x8xf64>
  return %result : tensor<1x3x7x8xf64>
}
func.func @"1157 conv_transpose2d"(%0: tensor<1x1x1x5xf64> {aic.name = "t1884"}, %1: tensor<1x1x2x4xf64> {aic.name = "t1885"}) -> (tensor<1x1x4x9xf64> {aic.name = "t1886"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 1>, padding = array<i64: 0, 3, 0, 3>, output_padding = array<i64: 0, 1>, dilation = array<i64: 3, 3>} : (tensor<1x1x1x5xf64>, tensor<1x1x2x4xf64>) -> tensor<1x1x4x9xf64>
  return %result : tensor<1x1x4x9xf64>
}
func.func @"1158 conv_transpose2d"(%0: tensor<1x4x3x5xf64> {aic.name = "t1887"}, %1: tensor<4x2x4x3xf64> {aic.name = "t1888"}, %2: tensor<4xf64> {aic.name = "t1889"}) -> (tensor<1x4x4x11xf64> {aic.name = "t1890"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 3, 2>, padding = array<i64: 3, 3, 3, 3>, output_padding = array<i64: 0, 2>, dilation = array<i64: 1, 3>, groups = 2} : (tensor<1x4x3x5xf64>, tensor<4x2x4x3xf64>, tensor<4xf64>) -> tensor<1x4x4x11xf64>
  return %result : tensor<1x4x4x11xf64>
}
func.func @"1159 conv_transpose2d"(%0: tensor<2x2x3x2xf64> {aic.name = "t1891"}, %1: tensor<2x3x3x3xf64> {aic.name = "t1892"}, %2: tensor<3xf64> {aic.name = "t1893"}) -> (tensor<2x3x7x3xf64> {aic.name = "t1894"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 1, 3>, padding = array<i64: 2, 2, 2, 2>, output_padding = array<i64: 2, 1>, dilation = array<i64: 3, 1>} : (tensor<2x2x3x2xf64>, tensor<2x3x3x3xf64>, tensor<3xf64>) -> tensor<2x3x7x3xf64>
  return %result : tensor<2x3x7x3xf64>
}
func.func @"1160 conv_transpose2d"(%0: tensor<1x1x4x2xf64> {aic.name = "t1895"}, %1: tensor<1x3x2x3xf64> {aic.name = "t1896"}) -> (tensor<1x3x3x4xf64> {aic.name = "t1897"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {padding = array<i64: 1, 3, 1, 3>, output_padding = array<i64: 0, 2>, dilation = array<i64: 1, 3>} : (tensor<1x1x4x2xf64>, tensor<1x3x2x3xf64>) -> tensor<1x3x3x4xf64>
  return %result : tensor<1x3x3x4xf64>
}
func.func @"1161 conv_transpose2d"(%0: tensor<2x1x5x5xf64> {aic.name = "t1898"}, %1: tensor<1x3x1x1xf64> {aic.name = "t1899"}) -> (tensor<2x3x11x8xf64> {aic.name = "t1900"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 3, 2>, padding = array<i64: 1, 0, 3, 1>, output_padding = array<i64: 2, 0>, dilation = array<i64: 2, 2>} : (tensor<2x1x5x5xf64>, tensor<1x3x1x1xf64>) -> tensor<2x3x11x8xf64>
  return %result : tensor<2x3x11x8xf64>
}
func.func @"1162 conv_transpose2d"(%0: tensor<2x3x5x3xf64> {aic.name = "t1901"}, %1: tensor<3x2x3x2xf64> {aic.name = "t1902"}) -> (tensor<2x6x12x3xf64> {aic.name = "t1903"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 1, 2>, padding = array<i64: 0, 2, 0, 2>, output_padding = array<i64: 1, 1>, dilation = array<i64: 3, 1>, groups = 3} : (tensor<2x3x5x3xf64>, tensor<3x2x3x2xf64>) -> tensor<2x6x12x3xf64>
  return %result : tensor<2x6x12x3xf64>
}
func.func @"1163 conv_transpose2d"(%0: tensor<1x2x4x5xf64> {aic.name = "t1904"}, %1: tensor<2x1x4x4xf64> {aic.name = "t1905"}, %2: tensor<1xf64> {aic.name = "t131"}) -> (tensor<1x1x9x14xf64> {aic.name = "t1906"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {padding = array<i64: 2, 1, 2, 1>, output_padding = array<i64: 0, 2>, dilation = array<i64: 3, 3>} : (tensor<1x2x4x5xf64>, tensor<2x1x4x4xf64>, tensor<1xf64>) -> tensor<1x1x9x14xf64>
  return %result : tensor<1x1x9x14xf64>
}
func.func @"1164 conv_transpose2d"(%0: tensor<2x2x4x1xf64> {aic.name = "t1907"}, %1: tensor<2x1x2x3xf64> {aic.name = "t1908"}) -> (tensor<2x1x4x5xf64> {aic.name = "t1909"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 1>, padding = array<i64: 3, 2, 3, 2>, output_padding = array<i64: 0, 2>, dilation = array<i64: 3, 3>} : (tensor<2x2x4x1xf64>, tensor<2x1x2x3xf64>) -> tensor<2x1x4x5xf64>
  return %result : tensor<2x1x4x5xf64>
}
func.func @"1165 conv_transpose2d"(%0: tensor<2x9x5x5xf64> {aic.name = "t1910"}, %1: tensor<9x1x1x4xf64> {aic.name = "t1911"}) -> (tensor<2x3x5x18xf64> {aic.name = "t1912"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 3>, padding = array<i64: 2, 0, 2, 3>, output_padding = array<i64: 0, 2>, dilation = array<i64: 3, 2>, groups = 3} : (tensor<2x9x5x5xf64>, tensor<9x1x1x4xf64>) -> tensor<2x3x5x18xf64>
  return %result : tensor<2x3x5x18xf64>
}
func.func @"1166 conv_transpose2d"(%0: tensor<1x2x5x5xf64> {aic.name = "t1913"}, %1: tensor<2x2x1x1xf64> {aic.name = "t1914"}) -> (tensor<1x4x13x3xf64> {aic.name = "t1915"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 3, 1>, padding = array<i64: 0, 0, 2, 3>, output_padding = array<i64: 2, 1>, dilation = array<i64: 2, 2>, groups = 2} : (tensor<1x2x5x5xf64>, tensor<2x2x1x1xf64>) -> tensor<1x4x13x3xf64>
  return %result : tensor<1x4x13x3xf64>
}
func.func @"1167 conv_transpose2d"(%0: tensor<2x6x2x5xf64> {aic.name = "t1916"}, %1: tensor<6x1x2x2xf64> {aic.name = "t1917"}, %2: tensor<2xf64> {aic.name = "t1918"}) -> (tensor<2x2x5x8xf64> {aic.name = "t1919"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 1, 2>, padding = array<i64: 0, 2, 0, 2>, output_padding = array<i64: 0, 1>, dilation = array<i64: 3, 2>, groups = 2} : (tensor<2x6x2x5xf64>, tensor<6x1x2x2xf64>, tensor<2xf64>) -> tensor<2x2x5x8xf64>
  return %result : tensor<2x2x5x8xf64>
}
func.func @"1168 conv_transpose2d"(%0: tensor<1x6x5x5xf64> {aic.name = "t1920"}, %1: tensor<6x1x1x1xf64> {aic.name = "t1921"}) -> (tensor<1x2x7x7xf64> {aic.name = "t1922"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 2>, padding = array<i64: 3, 1, 1, 1>, output_padding = array<i64: 2, 0>, dilation = array<i64: 3, 1>, groups = 2} : (tensor<1x6x5x5xf64>, tensor<6x1x1x1xf64>) -> tensor<1x2x7x7xf64>
  return %result : tensor<1x2x7x7xf64>
}
func.func @"1169 conv_transpose2d"(%0: tensor<2x3x2x1xf64> {aic.name = "t1923"}, %1: tensor<3x1x3x4xf64> {aic.name = "t1924"}, %2: tensor<1xf64> {aic.name = "t1925"}) -> (tensor<2x1x7x2xf64> {aic.name = "t1926"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {padding = array<i64: 0, 3, 0, 3>, output_padding = array<i64: 1, 1>, dilation = array<i64: 2, 2>} : (tensor<2x3x2x1xf64>, tensor<3x1x3x4xf64>, tensor<1xf64>) -> tensor<2x1x7x2xf64>
  return %result : tensor<2x1x7x2xf64>
}
func.func @"1170 conv_transpose2d"(%0: tensor<1x1x4x5xf64> {aic.name = "t1927"}, %1: tensor<1x3x2x1xf64> {aic.name = "t1928"}, %2: tensor<3xf64> {aic.name = "t1929"}) -> (tensor<1x3x8x1xf64> {aic.name = "t1930"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1, %2 {stride = array<i64: 3, 1>, padding = array<i64: 2, 2, 2, 2>, output_padding = array<i64: 1, 0>, dilation = array<i64: 1, 2>} : (tensor<1x1x4x5xf64>, tensor<1x3x2x1xf64>, tensor<3xf64>) -> tensor<1x3x8x1xf64>
  return %result : tensor<1x3x8x1xf64>
}
func.func @"1171 conv_transpose2d"(%0: tensor<2x6x5x3xf64> {aic.name = "t1931"}, %1: tensor<6x3x4x4xf64> {aic.name = "t1932"}) -> (tensor<2x6x12x3xf64> {aic.name = "t1933"}) attributes {summed} {
  %result = aic.conv_transpose2d %0, %1 {stride = array<i64: 2, 1>, padding = array<i64: 2, 0, 1, 3>, dilation = array<i64: 2, 1>, groups = 2} : (tensor<2x6x5x3xf64>, tensor<6x3x4x4xf64>) -> tensor<2x6x12x3xf64>
  return %result : tensor<2x6x12x3xf64>
}
func.func @"1172 interpolate"(%0: tensor<2x3x3x4xf64> {aic.name = "t1934"}) -> (tensor<2x3x6x8xf64> {aic.name = "t1935"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>} : (tensor<2x3x3x4xf64>) -> tensor<2x3x6x8xf64>
  return %result : tensor<2x3x6x8xf64>
}
func.func @"1173 interpolate"(%0: tensor<2x3x4x3xf64> {aic.name = "t1936"}) -> (tensor<2x6x8x3xf64> {aic.name = "t1937"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, layout = #aic.layout<nhwc>} : (tensor<2x3x4x3xf64>) -> tensor<2x6x8x3xf64>
  return %result : tensor<2x6x8x3xf64>
}
func.func @"1174 interpolate"(%0: tensor<2x3x3x4xf64> {aic.name = "t1934"}) -> (tensor<2x3x6x8xf64> {aic.name = "t1938"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x3x4xf64>) -> tensor<2x3x6x8xf64>
  return %result : tensor<2x3x6x8xf64>
}
func.func @"1175 interpolate"(%0: tensor<2x3x4x3xf64> {aic.name = "t1936"}) -> (tensor<2x6x8x3xf64> {aic.name = "t1939"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x3x4x3xf64>) -> tensor<2x6x8x3xf64>
  return %result : tensor<2x6x8x3xf64>
}
func.func @"1176 interpolate"(%0: tensor<2x3x3x4xf64> {aic.name = "t1934"}) -> (tensor<2x3x6x8xf64> {aic.name = "t1940"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x3x4xf64>) -> tensor<2x3x6x8xf64>
  return %result : tensor<2x3x6x8xf64>
}
func.func @"1177 interpolate"(%0: tensor<2x3x4x3xf64> {aic.name = "t1936"}) -> (tensor<2x6x8x3xf64> {aic.name = "t1941"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x3x4x3xf64>) -> tensor<2x6x8x3xf64>
  return %result : tensor<2x6x8x3xf64>
}
func.func @"1178 interpolate"(%0: tensor<2x3x3x4xf32> {aic.name = "t1942"}) -> (tensor<2x3x6x8xf32> {aic.name = "t1943"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>} : (tensor<2x3x3x4xf32>) -> tensor<2x3x6x8xf32>
  return %result : tensor<2x3x6x8xf32>
}
func.func @"1179 interpolate"(%0: tensor<2x3x4x3xf32> {aic.name = "t1944"}) -> (tensor<2x6x8x3xf32> {aic.name = "t1945"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, layout = #aic.layout<nhwc>} : (tensor<2x3x4x3xf32>) -> tensor<2x6x8x3xf32>
  return %result : tensor<2x6x8x3xf32>
}
func.func @"1180 interpolate"(%0: tensor<2x3x3x4xf32> {aic.name = "t1942"}) -> (tensor<2x3x6x8xf32> {aic.name = "t1946"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x3x4xf32>) -> tensor<2x3x6x8xf32>
  return %result : tensor<2x3x6x8xf32>
}
func.func @"1181 interpolate"(%0: tensor<2x3x4x3xf32> {aic.name = "t1944"}) -> (tensor<2x6x8x3xf32> {aic.name = "t1947"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x3x4x3xf32>) -> tensor<2x6x8x3xf32>
  return %result : tensor<2x6x8x3xf32>
}
func.func @"1182 interpolate"(%0: tensor<2x3x3x4xf32> {aic.name = "t1942"}) -> (tensor<2x3x6x8xf32> {aic.name = "t1948"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x3x4xf32>) -> tensor<2x3x6x8xf32>
  return %result : tensor<2x3x6x8xf32>
}
func.func @"1183 interpolate"(%0: tensor<2x3x4x3xf32> {aic.name = "t1944"}) -> (tensor<2x6x8x3xf32> {aic.name = "t1949"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 8>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x3x4x3xf32>) -> tensor<2x6x8x3xf32>
  return %result : tensor<2x6x8x3xf32>
}
func.func @"1184 interpolate"(%0: tensor<2x3x5x7xf64> {aic.name = "t1950"}) -> (tensor<2x3x3x2xf64> {aic.name = "t1951"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>} : (tensor<2x3x5x7xf64>) -> tensor<2x3x3x2xf64>
  return %result : tensor<2x3x3x2xf64>
}
func.func @"1185 interpolate"(%0: tensor<2x5x7x3xf64> {aic.name = "t1952"}) -> (tensor<2x3x2x3xf64> {aic.name = "t1953"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, layout = #aic.layout<nhwc>} : (tensor<2x5x7x3xf64>) -> tensor<2x3x2x3xf64>
  return %result : tensor<2x3x2x3xf64>
}
func.func @"1186 interpolate"(%0: tensor<2x3x5x7xf64> {aic.name = "t1950"}) -> (tensor<2x3x3x2xf64> {aic.name = "t1954"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x5x7xf64>) -> tensor<2x3x3x2xf64>
  return %result : tensor<2x3x3x2xf64>
}
func.func @"1187 interpolate"(%0: tensor<2x5x7x3xf64> {aic.name = "t1952"}) -> (tensor<2x3x2x3xf64> {aic.name = "t1955"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x5x7x3xf64>) -> tensor<2x3x2x3xf64>
  return %result : tensor<2x3x2x3xf64>
}
func.func @"1188 interpolate"(%0: tensor<2x3x5x7xf64> {aic.name = "t1950"}) -> (tensor<2x3x3x2xf64> {aic.name = "t1956"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x5x7xf64>) -> tensor<2x3x3x2xf64>
  return %result : tensor<2x3x3x2xf64>
}
func.func @"1189 interpolate"(%0: tensor<2x5x7x3xf64> {aic.name = "t1952"}) -> (tensor<2x3x2x3xf64> {aic.name = "t1957"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x5x7x3xf64>) -> tensor<2x3x2x3xf64>
  return %result : tensor<2x3x2x3xf64>
}
func.func @"1190 interpolate"(%0: tensor<2x3x5x7xf32> {aic.name = "t1958"}) -> (tensor<2x3x3x2xf32> {aic.name = "t1959"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>} : (tensor<2x3x5x7xf32>) -> tensor<2x3x3x2xf32>
  return %result : tensor<2x3x3x2xf32>
}
func.func @"1191 interpolate"(%0: tensor<2x5x7x3xf32> {aic.name = "t1960"}) -> (tensor<2x3x2x3xf32> {aic.name = "t1961"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, layout = #aic.layout<nhwc>} : (tensor<2x5x7x3xf32>) -> tensor<2x3x2x3xf32>
  return %result : tensor<2x3x2x3xf32>
}
func.func @"1192 interpolate"(%0: tensor<2x3x5x7xf32> {aic.name = "t1958"}) -> (tensor<2x3x3x2xf32> {aic.name = "t1962"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x5x7xf32>) -> tensor<2x3x3x2xf32>
  return %result : tensor<2x3x3x2xf32>
}
func.func @"1193 interpolate"(%0: tensor<2x5x7x3xf32> {aic.name = "t1960"}) -> (tensor<2x3x2x3xf32> {aic.name = "t1963"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x5x7x3xf32>) -> tensor<2x3x2x3xf32>
  return %result : tensor<2x3x2x3xf32>
}
func.func @"1194 interpolate"(%0: tensor<2x3x5x7xf32> {aic.name = "t1958"}) -> (tensor<2x3x3x2xf32> {aic.name = "t1964"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x5x7xf32>) -> tensor<2x3x3x2xf32>
  return %result : tensor<2x3x3x2xf32>
}
func.func @"1195 interpolate"(%0: tensor<2x5x7x3xf32> {aic.name = "t1960"}) -> (tensor<2x3x2x3xf32> {aic.name = "t1965"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x5x7x3xf32>) -> tensor<2x3x2x3xf32>
  return %result : tensor<2x3x2x3xf32>
}
func.func @"1196 interpolate"(%0: tensor<2x3x4x4xf64> {aic.name = "t1966"}) -> (tensor<2x3x7x9xf64> {aic.name = "t1967"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>} : (tensor<2x3x4x4xf64>) -> tensor<2x3x7x9xf64>
  return %result : tensor<2x3x7x9xf64>
}
func.func @"1197 interpolate"(%0: tensor<2x4x4x3xf64> {aic.name = "t1968"}) -> (tensor<2x7x9x3xf64> {aic.name = "t1969"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, layout = #aic.layout<nhwc>} : (tensor<2x4x4x3xf64>) -> tensor<2x7x9x3xf64>
  return %result : tensor<2x7x9x3xf64>
}
func.func @"1198 interpolate"(%0: tensor<2x3x4x4xf64> {aic.name = "t1966"}) -> (tensor<2x3x7x9xf64> {aic.name = "t1970"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x4x4xf64>) -> tensor<2x3x7x9xf64>
  return %result : tensor<2x3x7x9xf64>
}
func.func @"1199 interpolate"(%0: tensor<2x4x4x3xf64> {aic.name = "t1968"}) -> (tensor<2x7x9x3xf64> {aic.name = "t1971"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x4x4x3xf64>) -> tensor<2x7x9x3xf64>
  return %result : tensor<2x7x9x3xf64>
}
func.func @"1200 interpolate"(%0: tensor<2x3x4x4xf64> {aic.name = "t1966"}) -> (tensor<2x3x7x9xf64> {aic.name = "t1972"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x4x4xf64>) -> tensor<2x3x7x9xf64>
  return %result : tensor<2x3x7x9xf64>
}
func.func @"1201 interpolate"(%0: tensor<2x4x4x3xf64> {aic.name = "t1968"}) -> (tensor<2x7x9x3xf64> {aic.name = "t1973"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x4x4x3xf64>) -> tensor<2x7x9x3xf64>
  return %result : tensor<2x7x9x3xf64>
}
func.func @"1202 interpolate"(%0: tensor<2x3x4x4xf32> {aic.name = "t1974"}) -> (tensor<2x3x7x9xf32> {aic.name = "t1975"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>} : (tensor<2x3x4x4xf32>) -> tensor<2x3x7x9xf32>
  return %result : tensor<2x3x7x9xf32>
}
func.func @"1203 interpolate"(%0: tensor<2x4x4x3xf32> {aic.name = "t1976"}) -> (tensor<2x7x9x3xf32> {aic.name = "t1977"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, layout = #aic.layout<nhwc>} : (tensor<2x4x4x3xf32>) -> tensor<2x7x9x3xf32>
  return %result : tensor<2x7x9x3xf32>
}
func.func @"1204 interpolate"(%0: tensor<2x3x4x4xf32> {aic.name = "t1974"}) -> (tensor<2x3x7x9xf32> {aic.name = "t1978"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x4x4xf32>) -> tensor<2x3x7x9xf32>
  return %result : tensor<2x3x7x9xf32>
}
func.func @"1205 interpolate"(%0: tensor<2x4x4x3xf32> {aic.name = "t1976"}) -> (tensor<2x7x9x3xf32> {aic.name = "t1979"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x4x4x3xf32>) -> tensor<2x7x9x3xf32>
  return %result : tensor<2x7x9x3xf32>
}
func.func @"1206 interpolate"(%0: tensor<2x3x4x4xf32> {aic.name = "t1974"}) -> (tensor<2x3x7x9xf32> {aic.name = "t1980"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x4x4xf32>) -> tensor<2x3x7x9xf32>
  return %result : tensor<2x3x7x9xf32>
}
func.func @"1207 interpolate"(%0: tensor<2x4x4x3xf32> {aic.name = "t1976"}) -> (tensor<2x7x9x3xf32> {aic.name = "t1981"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 9>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x4x4x3xf32>) -> tensor<2x7x9x3xf32>
  return %result : tensor<2x7x9x3xf32>
}
func.func @"1208 interpolate"(%0: tensor<2x3x7x5xf64> {aic.name = "t1982"}) -> (tensor<2x3x7x5xf64> {aic.name = "t1982"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>} : (tensor<2x3x7x5xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1209 interpolate"(%0: tensor<2x7x5x3xf64> {aic.name = "t1983"}) -> (tensor<2x7x5x3xf64> {aic.name = "t1983"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf64>) -> tensor<2x7x5x3xf64>
  return %result : tensor<2x7x5x3xf64>
}
func.func @"1210 interpolate"(%0: tensor<2x3x7x5xf64> {aic.name = "t1982"}) -> (tensor<2x3x7x5xf64> {aic.name = "t1982"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x7x5xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1211 interpolate"(%0: tensor<2x7x5x3xf64> {aic.name = "t1983"}) -> (tensor<2x7x5x3xf64> {aic.name = "t1983"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf64>) -> tensor<2x7x5x3xf64>
  return %result : tensor<2x7x5x3xf64>
}
func.func @"1212 interpolate"(%0: tensor<2x3x7x5xf64> {aic.name = "t1982"}) -> (tensor<2x3x7x5xf64> {aic.name = "t1982"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x7x5xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1213 interpolate"(%0: tensor<2x7x5x3xf64> {aic.name = "t1983"}) -> (tensor<2x7x5x3xf64> {aic.name = "t1983"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf64>) -> tensor<2x7x5x3xf64>
  return %result : tensor<2x7x5x3xf64>
}
func.func @"1214 interpolate"(%0: tensor<2x3x7x5xf32> {aic.name = "t1984"}) -> (tensor<2x3x7x5xf32> {aic.name = "t1984"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>} : (tensor<2x3x7x5xf32>) -> tensor<2x3x7x5xf32>
  return %result : tensor<2x3x7x5xf32>
}
func.func @"1215 interpolate"(%0: tensor<2x7x5x3xf32> {aic.name = "t1985"}) -> (tensor<2x7x5x3xf32> {aic.name = "t1985"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf32>) -> tensor<2x7x5x3xf32>
  return %result : tensor<2x7x5x3xf32>
}
func.func @"1216 interpolate"(%0: tensor<2x3x7x5xf32> {aic.name = "t1984"}) -> (tensor<2x3x7x5xf32> {aic.name = "t1984"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x7x5xf32>) -> tensor<2x3x7x5xf32>
  return %result : tensor<2x3x7x5xf32>
}
func.func @"1217 interpolate"(%0: tensor<2x7x5x3xf32> {aic.name = "t1985"}) -> (tensor<2x7x5x3xf32> {aic.name = "t1985"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf32>) -> tensor<2x7x5x3xf32>
  return %result : tensor<2x7x5x3xf32>
}
func.func @"1218 interpolate"(%0: tensor<2x3x7x5xf32> {aic.name = "t1984"}) -> (tensor<2x3x7x5xf32> {aic.name = "t1984"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x7x5xf32>) -> tensor<2x3x7x5xf32>
  return %result : tensor<2x3x7x5xf32>
}
func.func @"1219 interpolate"(%0: tensor<2x7x5x3xf32> {aic.name = "t1985"}) -> (tensor<2x7x5x3xf32> {aic.name = "t1985"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 7, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x7x5x3xf32>) -> tensor<2x7x5x3xf32>
  return %result : tensor<2x7x5x3xf32>
}
func.func @"1220 interpolate"(%0: tensor<2x3x1x1xf64> {aic.name = "t1986"}) -> (tensor<2x3x3x2xf64> {aic.name = "t1987"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>} : (tensor<2x3x1x1xf64>) -> tensor<2x3x3x2xf64>
  return %result : tensor<2x3x3x2xf64>
}
func.func @"1221 interpolate"(%0: tensor<2x1x1x3xf64> {aic.name = "t1988"}) -> (tensor<2x3x2x3xf64> {aic.name = "t1989"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, layout = #aic.layout<nhwc>} : (tensor<2x1x1x3xf64>) -> tensor<2x3x2x3xf64>
  return %result : tensor<2x3x2x3xf64>
}
func.func @"1222 interpolate"(%0: tensor<2x3x1x1xf64> {aic.name = "t1986"}) -> (tensor<2x3x3x2xf64> {aic.name = "t1987"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x1x1xf64>) -> tensor<2x3x3x2xf64>
  return %result : tensor<2x3x3x2xf64>
}
func.func @"1223 interpolate"(%0: tensor<2x1x1x3xf64> {aic.name = "t1988"}) -> (tensor<2x3x2x3xf64> {aic.name = "t1989"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x1x1x3xf64>) -> tensor<2x3x2x3xf64>
  return %result : tensor<2x3x2x3xf64>
}
func.func @"1224 interpolate"(%0: tensor<2x3x1x1xf64> {aic.name = "t1986"}) -> (tensor<2x3x3x2xf64> {aic.name = "t1987"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x1x1xf64>) -> tensor<2x3x3x2xf64>
  return %result : tensor<2x3x3x2xf64>
}
func.func @"1225 interpolate"(%0: tensor<2x1x1x3xf64> {aic.name = "t1988"}) -> (tensor<2x3x2x3xf64> {aic.name = "t1989"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x1x1x3xf64>) -> tensor<2x3x2x3xf64>
  return %result : tensor<2x3x2x3xf64>
}
func.func @"1226 interpolate"(%0: tensor<2x3x1x1xf32> {aic.name = "t1990"}) -> (tensor<2x3x3x2xf32> {aic.name = "t1991"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>} : (tensor<2x3x1x1xf32>) -> tensor<2x3x3x2xf32>
  return %result : tensor<2x3x3x2xf32>
}
func.func @"1227 interpolate"(%0: tensor<2x1x1x3xf32> {aic.name = "t1992"}) -> (tensor<2x3x2x3xf32> {aic.name = "t1993"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, layout = #aic.layout<nhwc>} : (tensor<2x1x1x3xf32>) -> tensor<2x3x2x3xf32>
  return %result : tensor<2x3x2x3xf32>
}
func.func @"1228 interpolate"(%0: tensor<2x3x1x1xf32> {aic.name = "t1990"}) -> (tensor<2x3x3x2xf32> {aic.name = "t1991"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x1x1xf32>) -> tensor<2x3x3x2xf32>
  return %result : tensor<2x3x3x2xf32>
}
func.func @"1229 interpolate"(%0: tensor<2x1x1x3xf32> {aic.name = "t1992"}) -> (tensor<2x3x2x3xf32> {aic.name = "t1993"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x1x1x3xf32>) -> tensor<2x3x2x3xf32>
  return %result : tensor<2x3x2x3xf32>
}
func.func @"1230 interpolate"(%0: tensor<2x3x1x1xf32> {aic.name = "t1990"}) -> (tensor<2x3x3x2xf32> {aic.name = "t1991"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x1x1xf32>) -> tensor<2x3x3x2xf32>
  return %result : tensor<2x3x3x2xf32>
}
func.func @"1231 interpolate"(%0: tensor<2x1x1x3xf32> {aic.name = "t1992"}) -> (tensor<2x3x2x3xf32> {aic.name = "t1993"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 3, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x1x1x3xf32>) -> tensor<2x3x2x3xf32>
  return %result : tensor<2x3x2x3xf32>
}
func.func @"1232 interpolate"(%0: tensor<2x3x6x5xf64> {aic.name = "t1994"}) -> (tensor<2x3x1x1xf64> {aic.name = "t1995"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>} : (tensor<2x3x6x5xf64>) -> tensor<2x3x1x1xf64>
  return %result : tensor<2x3x1x1xf64>
}
func.func @"1233 interpolate"(%0: tensor<2x6x5x3xf64> {aic.name = "t1996"}) -> (tensor<2x1x1x3xf64> {aic.name = "t1997"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<2x6x5x3xf64>) -> tensor<2x1x1x3xf64>
  return %result : tensor<2x1x1x3xf64>
}
func.func @"1234 interpolate"(%0: tensor<2x3x6x5xf64> {aic.name = "t1994"}) -> (tensor<2x3x1x1xf64> {aic.name = "t1998"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x6x5xf64>) -> tensor<2x3x1x1xf64>
  return %result : tensor<2x3x1x1xf64>
}
func.func @"1235 interpolate"(%0: tensor<2x6x5x3xf64> {aic.name = "t1996"}) -> (tensor<2x1x1x3xf64> {aic.name = "t1999"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x6x5x3xf64>) -> tensor<2x1x1x3xf64>
  return %result : tensor<2x1x1x3xf64>
}
func.func @"1236 interpolate"(%0: tensor<2x3x6x5xf64> {aic.name = "t1994"}) -> (tensor<2x3x1x1xf64> {aic.name = "t1995"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x6x5xf64>) -> tensor<2x3x1x1xf64>
  return %result : tensor<2x3x1x1xf64>
}
func.func @"1237 interpolate"(%0: tensor<2x6x5x3xf64> {aic.name = "t1996"}) -> (tensor<2x1x1x3xf64> {aic.name = "t1997"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x6x5x3xf64>) -> tensor<2x1x1x3xf64>
  return %result : tensor<2x1x1x3xf64>
}
func.func @"1238 interpolate"(%0: tensor<2x3x6x5xf32> {aic.name = "t2000"}) -> (tensor<2x3x1x1xf32> {aic.name = "t2001"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>} : (tensor<2x3x6x5xf32>) -> tensor<2x3x1x1xf32>
  return %result : tensor<2x3x1x1xf32>
}
func.func @"1239 interpolate"(%0: tensor<2x6x5x3xf32> {aic.name = "t2002"}) -> (tensor<2x1x1x3xf32> {aic.name = "t2003"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<2x6x5x3xf32>) -> tensor<2x1x1x3xf32>
  return %result : tensor<2x1x1x3xf32>
}
func.func @"1240 interpolate"(%0: tensor<2x3x6x5xf32> {aic.name = "t2000"}) -> (tensor<2x3x1x1xf32> {aic.name = "t2004"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x6x5xf32>) -> tensor<2x3x1x1xf32>
  return %result : tensor<2x3x1x1xf32>
}
func.func @"1241 interpolate"(%0: tensor<2x6x5x3xf32> {aic.name = "t2002"}) -> (tensor<2x1x1x3xf32> {aic.name = "t2005"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x6x5x3xf32>) -> tensor<2x1x1x3xf32>
  return %result : tensor<2x1x1x3xf32>
}
func.func @"1242 interpolate"(%0: tensor<2x3x6x5xf32> {aic.name = "t2000"}) -> (tensor<2x3x1x1xf32> {aic.name = "t2001"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x6x5xf32>) -> tensor<2x3x1x1xf32>
  return %result : tensor<2x3x1x1xf32>
}
func.func @"1243 interpolate"(%0: tensor<2x6x5x3xf32> {aic.name = "t2002"}) -> (tensor<2x1x1x3xf32> {aic.name = "t2003"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 1>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x6x5x3xf32>) -> tensor<2x1x1x3xf32>
  return %result : tensor<2x1x1x3xf32>
}
func.func @"1244 interpolate"(%0: tensor<2x3x2x9xf64> {aic.name = "t2006"}) -> (tensor<2x3x2x5xf64> {aic.name = "t2007"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>} : (tensor<2x3x2x9xf64>) -> tensor<2x3x2x5xf64>
  return %result : tensor<2x3x2x5xf64>
}
func.func @"1245 interpolate"(%0: tensor<2x2x9x3xf64> {aic.name = "t2008"}) -> (tensor<2x2x5x3xf64> {aic.name = "t2009"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, layout = #aic.layout<nhwc>} : (tensor<2x2x9x3xf64>) -> tensor<2x2x5x3xf64>
  return %result : tensor<2x2x5x3xf64>
}
func.func @"1246 interpolate"(%0: tensor<2x3x2x9xf64> {aic.name = "t2006"}) -> (tensor<2x3x2x5xf64> {aic.name = "t2010"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x2x9xf64>) -> tensor<2x3x2x5xf64>
  return %result : tensor<2x3x2x5xf64>
}
func.func @"1247 interpolate"(%0: tensor<2x2x9x3xf64> {aic.name = "t2008"}) -> (tensor<2x2x5x3xf64> {aic.name = "t2011"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x2x9x3xf64>) -> tensor<2x2x5x3xf64>
  return %result : tensor<2x2x5x3xf64>
}
func.func @"1248 interpolate"(%0: tensor<2x3x2x9xf64> {aic.name = "t2006"}) -> (tensor<2x3x2x5xf64> {aic.name = "t2012"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x2x9xf64>) -> tensor<2x3x2x5xf64>
  return %result : tensor<2x3x2x5xf64>
}
func.func @"1249 interpolate"(%0: tensor<2x2x9x3xf64> {aic.name = "t2008"}) -> (tensor<2x2x5x3xf64> {aic.name = "t2013"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x2x9x3xf64>) -> tensor<2x2x5x3xf64>
  return %result : tensor<2x2x5x3xf64>
}
func.func @"1250 interpolate"(%0: tensor<2x3x2x9xf32> {aic.name = "t2014"}) -> (tensor<2x3x2x5xf32> {aic.name = "t2015"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>} : (tensor<2x3x2x9xf32>) -> tensor<2x3x2x5xf32>
  return %result : tensor<2x3x2x5xf32>
}
func.func @"1251 interpolate"(%0: tensor<2x2x9x3xf32> {aic.name = "t2016"}) -> (tensor<2x2x5x3xf32> {aic.name = "t2017"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, layout = #aic.layout<nhwc>} : (tensor<2x2x9x3xf32>) -> tensor<2x2x5x3xf32>
  return %result : tensor<2x2x5x3xf32>
}
func.func @"1252 interpolate"(%0: tensor<2x3x2x9xf32> {aic.name = "t2014"}) -> (tensor<2x3x2x5xf32> {aic.name = "t2018"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x2x9xf32>) -> tensor<2x3x2x5xf32>
  return %result : tensor<2x3x2x5xf32>
}
func.func @"1253 interpolate"(%0: tensor<2x2x9x3xf32> {aic.name = "t2016"}) -> (tensor<2x2x5x3xf32> {aic.name = "t2019"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x2x9x3xf32>) -> tensor<2x2x5x3xf32>
  return %result : tensor<2x2x5x3xf32>
}
func.func @"1254 interpolate"(%0: tensor<2x3x2x9xf32> {aic.name = "t2014"}) -> (tensor<2x3x2x5xf32> {aic.name = "t2020"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x2x9xf32>) -> tensor<2x3x2x5xf32>
  return %result : tensor<2x3x2x5xf32>
}
func.func @"1255 interpolate"(%0: tensor<2x2x9x3xf32> {aic.name = "t2016"}) -> (tensor<2x2x5x3xf32> {aic.name = "t2021"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x2x9x3xf32>) -> tensor<2x2x5x3xf32>
  return %result : tensor<2x2x5x3xf32>
}
func.func @"1256 interpolate"(%0: tensor<2x3x13x3xf64> {aic.name = "t2022"}) -> (tensor<2x3x1x30xf64> {aic.name = "t2023"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>} : (tensor<2x3x13x3xf64>) -> tensor<2x3x1x30xf64>
  return %result : tensor<2x3x1x30xf64>
}
func.func @"1257 interpolate"(%0: tensor<2x13x3x3xf64> {aic.name = "t2024"}) -> (tensor<2x1x30x3xf64> {aic.name = "t2025"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, layout = #aic.layout<nhwc>} : (tensor<2x13x3x3xf64>) -> tensor<2x1x30x3xf64>
  return %result : tensor<2x1x30x3xf64>
}
func.func @"1258 interpolate"(%0: tensor<2x3x13x3xf64> {aic.name = "t2022"}) -> (tensor<2x3x1x30xf64> {aic.name = "t2026"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x13x3xf64>) -> tensor<2x3x1x30xf64>
  return %result : tensor<2x3x1x30xf64>
}
func.func @"1259 interpolate"(%0: tensor<2x13x3x3xf64> {aic.name = "t2024"}) -> (tensor<2x1x30x3xf64> {aic.name = "t2027"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x13x3x3xf64>) -> tensor<2x1x30x3xf64>
  return %result : tensor<2x1x30x3xf64>
}
func.func @"1260 interpolate"(%0: tensor<2x3x13x3xf64> {aic.name = "t2022"}) -> (tensor<2x3x1x30xf64> {aic.name = "t2028"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x13x3xf64>) -> tensor<2x3x1x30xf64>
  return %result : tensor<2x3x1x30xf64>
}
func.func @"1261 interpolate"(%0: tensor<2x13x3x3xf64> {aic.name = "t2024"}) -> (tensor<2x1x30x3xf64> {aic.name = "t2029"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x13x3x3xf64>) -> tensor<2x1x30x3xf64>
  return %result : tensor<2x1x30x3xf64>
}
func.func @"1262 interpolate"(%0: tensor<2x3x13x3xf32> {aic.name = "t2030"}) -> (tensor<2x3x1x30xf32> {aic.name = "t2031"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>} : (tensor<2x3x13x3xf32>) -> tensor<2x3x1x30xf32>
  return %result : tensor<2x3x1x30xf32>
}
func.func @"1263 interpolate"(%0: tensor<2x13x3x3xf32> {aic.name = "t2032"}) -> (tensor<2x1x30x3xf32> {aic.name = "t2033"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, layout = #aic.layout<nhwc>} : (tensor<2x13x3x3xf32>) -> tensor<2x1x30x3xf32>
  return %result : tensor<2x1x30x3xf32>
}
func.func @"1264 interpolate"(%0: tensor<2x3x13x3xf32> {aic.name = "t2030"}) -> (tensor<2x3x1x30xf32> {aic.name = "t2034"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, mode = #aic.resize_mode<bilinear>} : (tensor<2x3x13x3xf32>) -> tensor<2x3x1x30xf32>
  return %result : tensor<2x3x1x30xf32>
}
func.func @"1265 interpolate"(%0: tensor<2x13x3x3xf32> {aic.name = "t2032"}) -> (tensor<2x1x30x3xf32> {aic.name = "t2035"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<2x13x3x3xf32>) -> tensor<2x1x30x3xf32>
  return %result : tensor<2x1x30x3xf32>
}
func.func @"1266 interpolate"(%0: tensor<2x3x13x3xf32> {aic.name = "t2030"}) -> (tensor<2x3x1x30xf32> {aic.name = "t2036"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, mode = #aic.resize_mode<bilinear>, align_corners = true} : (tensor<2x3x13x3xf32>) -> tensor<2x3x1x30xf32>
  return %result : tensor<2x3x1x30xf32>
}
func.func @"1267 interpolate"(%0: tensor<2x13x3x3xf32> {aic.name = "t2032"}) -> (tensor<2x1x30x3xf32> {aic.name = "t2037"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 30>, mode = #aic.resize_mode<bilinear>, align_corners = true, layout = #aic.layout<nhwc>} : (tensor<2x13x3x3xf32>) -> tensor<2x1x30x3xf32>
  return %result : tensor<2x1x30x3xf32>
}
func.func @"1268 interpolate"(%0: tensor<1x2x1x14xf64> {aic.name = "t2038"}) -> (tensor<1x2x1x46xf64> {aic.name = "t2039"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 46>} : (tensor<1x2x1x14xf64>) -> tensor<1x2x1x46xf64>
  return %result : tensor<1x2x1x46xf64>
}
func.func @"1269 interpolate"(%0: tensor<1x1x14x2xf64> {aic.name = "t2040"}) -> (tensor<1x1x46x2xf64> {aic.name = "t2041"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 46>, layout = #aic.layout<nhwc>} : (tensor<1x1x14x2xf64>) -> tensor<1x1x46x2xf64>
  return %result : tensor<1x1x46x2xf64>
}
func.func @"1270 interpolate"(%0: tensor<1x2x1x14xf32> {aic.name = "t2042"}) -> (tensor<1x2x1x46xf32> {aic.name = "t2043"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 46>} : (tensor<1x2x1x14xf32>) -> tensor<1x2x1x46xf32>
  return %result : tensor<1x2x1x46xf32>
}
func.func @"1271 interpolate"(%0: tensor<1x1x14x2xf32> {aic.name = "t2044"}) -> (tensor<1x1x46x2xf32> {aic.name = "t2045"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 46>, layout = #aic.layout<nhwc>} : (tensor<1x1x14x2xf32>) -> tensor<1x1x46x2xf32>
  return %result : tensor<1x1x46x2xf32>
}
func.func @"1272 interpolate"(%0: tensor<1x2x1x26xf64> {aic.name = "t2046"}) -> (tensor<1x2x1x22xf64> {aic.name = "t2047"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 22>} : (tensor<1x2x1x26xf64>) -> tensor<1x2x1x22xf64>
  return %result : tensor<1x2x1x22xf64>
}
func.func @"1273 interpolate"(%0: tensor<1x1x26x2xf64> {aic.name = "t2048"}) -> (tensor<1x1x22x2xf64> {aic.name = "t2049"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 22>, layout = #aic.layout<nhwc>} : (tensor<1x1x26x2xf64>) -> tensor<1x1x22x2xf64>
  return %result : tensor<1x1x22x2xf64>
}
func.func @"1274 interpolate"(%0: tensor<1x2x1x26xf32> {aic.name = "t2050"}) -> (tensor<1x2x1x22xf32> {aic.name = "t2051"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 22>} : (tensor<1x2x1x26xf32>) -> tensor<1x2x1x22xf32>
  return %result : tensor<1x2x1x22xf32>
}
func.func @"1275 interpolate"(%0: tensor<1x1x26x2xf32> {aic.name = "t2052"}) -> (tensor<1x1x22x2xf32> {aic.name = "t2053"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 22>, layout = #aic.layout<nhwc>} : (tensor<1x1x26x2xf32>) -> tensor<1x1x22x2xf32>
  return %result : tensor<1x1x22x2xf32>
}
func.func @"1276 interpolate"(%0: tensor<1x2x1x30xf64> {aic.name = "t2054"}) -> (tensor<1x2x1x22xf64> {aic.name = "t2055"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 22>} : (tensor<1x2x1x30xf64>) -> tensor<1x2x1x22xf64>
  return %result : tensor<1x2x1x22xf64>
}
func.func @"1277 interpolate"(%0: tensor<1x1x30x2xf64> {aic.name = "t2056"}) -> (tensor<1x1x22x2xf64> {aic.name = "t2057"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 22>, layout = #aic.layout<nhwc>} : (tensor<1x1x30x2xf64>) -> tensor<1x1x22x2xf64>
  return %result : tensor<1x1x22x2xf64>
}
func.func @"1278 interpolate"(%0: tensor<1x2x1x30xf32> {aic.name = "t2058"}) -> (tensor<1x2x1x22xf32> {aic.name = "t2059"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 22>} : (tensor<1x2x1x30xf32>) -> tensor<1x2x1x22xf32>
  return %result : tensor<1x2x1x22xf32>
}
func.func @"1279 interpolate"(%0: tensor<1x1x30x2xf32> {aic.name = "t2060"}) -> (tensor<1x1x22x2xf32> {aic.name = "t2061"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 22>, layout = #aic.layout<nhwc>} : (tensor<1x1x30x2xf32>) -> tensor<1x1x22x2xf32>
  return %result : tensor<1x1x22x2xf32>
}
func.func @"1280 interpolate"(%0: tensor<1x2x1x39xf64> {aic.name = "t2062"}) -> (tensor<1x2x1x33xf64> {aic.name = "t2063"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 33>} : (tensor<1x2x1x39xf64>) -> tensor<1x2x1x33xf64>
  return %result : tensor<1x2x1x33xf64>
}
func.func @"1281 interpolate"(%0: tensor<1x1x39x2xf64> {aic.name = "t2064"}) -> (tensor<1x1x33x2xf64> {aic.name = "t2065"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 33>, layout = #aic.layout<nhwc>} : (tensor<1x1x39x2xf64>) -> tensor<1x1x33x2xf64>
  return %result : tensor<1x1x33x2xf64>
}
func.func @"1282 interpolate"(%0: tensor<1x2x1x39xf32> {aic.name = "t2066"}) -> (tensor<1x2x1x33xf32> {aic.name = "t2067"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 33>} : (tensor<1x2x1x39xf32>) -> tensor<1x2x1x33xf32>
  return %result : tensor<1x2x1x33xf32>
}
func.func @"1283 interpolate"(%0: tensor<1x1x39x2xf32> {aic.name = "t2068"}) -> (tensor<1x1x33x2xf32> {aic.name = "t2069"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 33>, layout = #aic.layout<nhwc>} : (tensor<1x1x39x2xf32>) -> tensor<1x1x33x2xf32>
  return %result : tensor<1x1x33x2xf32>
}
func.func @"1284 interpolate"(%0: tensor<1x2x1x58xf64> {aic.name = "t2070"}) -> (tensor<1x2x1x54xf64> {aic.name = "t2071"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 54>} : (tensor<1x2x1x58xf64>) -> tensor<1x2x1x54xf64>
  return %result : tensor<1x2x1x54xf64>
}
func.func @"1285 interpolate"(%0: tensor<1x1x58x2xf64> {aic.name = "t2072"}) -> (tensor<1x1x54x2xf64> {aic.name = "t2073"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 54>, layout = #aic.layout<nhwc>} : (tensor<1x1x58x2xf64>) -> tensor<1x1x54x2xf64>
  return %result : tensor<1x1x54x2xf64>
}
func.func @"1286 interpolate"(%0: tensor<1x2x1x58xf32> {aic.name = "t2074"}) -> (tensor<1x2x1x54xf32> {aic.name = "t2075"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 54>} : (tensor<1x2x1x58xf32>) -> tensor<1x2x1x54xf32>
  return %result : tensor<1x2x1x54xf32>
}
func.func @"1287 interpolate"(%0: tensor<1x1x58x2xf32> {aic.name = "t2076"}) -> (tensor<1x1x54x2xf32> {aic.name = "t2077"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 54>, layout = #aic.layout<nhwc>} : (tensor<1x1x58x2xf32>) -> tensor<1x1x54x2xf32>
  return %result : tensor<1x1x54x2xf32>
}
func.func @"1288 interpolate"(%0: tensor<1x2x1x45xf64> {aic.name = "t2078"}) -> (tensor<1x2x1x39xf64> {aic.name = "t2079"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 39>} : (tensor<1x2x1x45xf64>) -> tensor<1x2x1x39xf64>
  return %result : tensor<1x2x1x39xf64>
}
func.func @"1289 interpolate"(%0: tensor<1x1x45x2xf64> {aic.name = "t2080"}) -> (tensor<1x1x39x2xf64> {aic.name = "t2081"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 39>, layout = #aic.layout<nhwc>} : (tensor<1x1x45x2xf64>) -> tensor<1x1x39x2xf64>
  return %result : tensor<1x1x39x2xf64>
}
func.func @"1290 interpolate"(%0: tensor<1x2x1x45xf32> {aic.name = "t2082"}) -> (tensor<1x2x1x39xf32> {aic.name = "t2083"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 39>} : (tensor<1x2x1x45xf32>) -> tensor<1x2x1x39xf32>
  return %result : tensor<1x2x1x39xf32>
}
func.func @"1291 interpolate"(%0: tensor<1x1x45x2xf32> {aic.name = "t2084"}) -> (tensor<1x1x39x2xf32> {aic.name = "t2085"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 1, 39>, layout = #aic.layout<nhwc>} : (tensor<1x1x45x2xf32>) -> tensor<1x1x39x2xf32>
  return %result : tensor<1x1x39x2xf32>
}
func.func @"1292 interpolate"(%0: tensor<1x2x4x6xf64> {aic.name = "t2086"}) -> (tensor<1x2x8x12xf64> {aic.name = "t2087"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, scales = array<f64: 2.0, 2.0>} : (tensor<1x2x4x6xf64>) -> tensor<1x2x8x12xf64>
  return %result : tensor<1x2x8x12xf64>
}
func.func @"1293 interpolate"(%0: tensor<1x4x6x2xf64> {aic.name = "t2088"}) -> (tensor<1x8x12x2xf64> {aic.name = "t2089"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, scales = array<f64: 2.0, 2.0>, layout = #aic.layout<nhwc>} : (tensor<1x4x6x2xf64>) -> tensor<1x8x12x2xf64>
  return %result : tensor<1x8x12x2xf64>
}
func.func @"1294 interpolate"(%0: tensor<1x2x4x6xf64> {aic.name = "t2086"}) -> (tensor<1x2x8x12xf64> {aic.name = "t2090"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.0, 2.0>} : (tensor<1x2x4x6xf64>) -> tensor<1x2x8x12xf64>
  return %result : tensor<1x2x8x12xf64>
}
func.func @"1295 interpolate"(%0: tensor<1x4x6x2xf64> {aic.name = "t2088"}) -> (tensor<1x8x12x2xf64> {aic.name = "t2091"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.0, 2.0>, layout = #aic.layout<nhwc>} : (tensor<1x4x6x2xf64>) -> tensor<1x8x12x2xf64>
  return %result : tensor<1x8x12x2xf64>
}
func.func @"1296 interpolate"(%0: tensor<1x2x4x6xf64> {aic.name = "t2086"}) -> (tensor<1x2x8x12xf64> {aic.name = "t2092"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.0, 2.0>} : (tensor<1x2x4x6xf64>) -> tensor<1x2x8x12xf64>
  return %result : tensor<1x2x8x12xf64>
}
func.func @"1297 interpolate"(%0: tensor<1x4x6x2xf64> {aic.name = "t2088"}) -> (tensor<1x8x12x2xf64> {aic.name = "t2093"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.0, 2.0>, layout = #aic.layout<nhwc>} : (tensor<1x4x6x2xf64>) -> tensor<1x8x12x2xf64>
  return %result : tensor<1x8x12x2xf64>
}
func.func @"1298 interpolate"(%0: tensor<1x2x4x6xf32> {aic.name = "t2094"}) -> (tensor<1x2x8x12xf32> {aic.name = "t2095"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, scales = array<f64: 2.0, 2.0>} : (tensor<1x2x4x6xf32>) -> tensor<1x2x8x12xf32>
  return %result : tensor<1x2x8x12xf32>
}
func.func @"1299 interpolate"(%0: tensor<1x4x6x2xf32> {aic.name = "t2096"}) -> (tensor<1x8x12x2xf32> {aic.name = "t2097"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, scales = array<f64: 2.0, 2.0>, layout = #aic.layout<nhwc>} : (tensor<1x4x6x2xf32>) -> tensor<1x8x12x2xf32>
  return %result : tensor<1x8x12x2xf32>
}
func.func @"1300 interpolate"(%0: tensor<1x2x4x6xf32> {aic.name = "t2094"}) -> (tensor<1x2x8x12xf32> {aic.name = "t2098"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.0, 2.0>} : (tensor<1x2x4x6xf32>) -> tensor<1x2x8x12xf32>
  return %result : tensor<1x2x8x12xf32>
}
func.func @"1301 interpolate"(%0: tensor<1x4x6x2xf32> {aic.name = "t2096"}) -> (tensor<1x8x12x2xf32> {aic.name = "t2099"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.0, 2.0>, layout = #aic.layout<nhwc>} : (tensor<1x4x6x2xf32>) -> tensor<1x8x12x2xf32>
  return %result : tensor<1x8x12x2xf32>
}
func.func @"1302 interpolate"(%0: tensor<1x2x4x6xf32> {aic.name = "t2094"}) -> (tensor<1x2x8x12xf32> {aic.name = "t2100"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.0, 2.0>} : (tensor<1x2x4x6xf32>) -> tensor<1x2x8x12xf32>
  return %result : tensor<1x2x8x12xf32>
}
func.func @"1303 interpolate"(%0: tensor<1x4x6x2xf32> {aic.name = "t2096"}) -> (tensor<1x8x12x2xf32> {aic.name = "t2101"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 8, 12>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.0, 2.0>, layout = #aic.layout<nhwc>} : (tensor<1x4x6x2xf32>) -> tensor<1x8x12x2xf32>
  return %result : tensor<1x8x12x2xf32>
}
func.func @"1304 interpolate"(%0: tensor<1x2x5x7xf64> {aic.name = "t2102"}) -> (tensor<1x2x2x2xf64> {aic.name = "t2103"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, scales = array<f64: 0.5, 0.4>} : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"1305 interpolate"(%0: tensor<1x5x7x2xf64> {aic.name = "t2104"}) -> (tensor<1x2x2x2xf64> {aic.name = "t2105"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, scales = array<f64: 0.5, 0.4>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"1306 interpolate"(%0: tensor<1x2x5x7xf64> {aic.name = "t2102"}) -> (tensor<1x2x2x2xf64> {aic.name = "t2106"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 0.5, 0.4>} : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"1307 interpolate"(%0: tensor<1x5x7x2xf64> {aic.name = "t2104"}) -> (tensor<1x2x2x2xf64> {aic.name = "t2107"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 0.5, 0.4>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"1308 interpolate"(%0: tensor<1x2x5x7xf64> {aic.name = "t2102"}) -> (tensor<1x2x2x2xf64> {aic.name = "t2108"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 0.5, 0.4>} : (tensor<1x2x5x7xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"1309 interpolate"(%0: tensor<1x5x7x2xf64> {aic.name = "t2104"}) -> (tensor<1x2x2x2xf64> {aic.name = "t2109"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 0.5, 0.4>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf64>) -> tensor<1x2x2x2xf64>
  return %result : tensor<1x2x2x2xf64>
}
func.func @"1310 interpolate"(%0: tensor<1x2x5x7xf32> {aic.name = "t2110"}) -> (tensor<1x2x2x2xf32> {aic.name = "t2111"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, scales = array<f64: 0.5, 0.4>} : (tensor<1x2x5x7xf32>) -> tensor<1x2x2x2xf32>
  return %result : tensor<1x2x2x2xf32>
}
func.func @"1311 interpolate"(%0: tensor<1x5x7x2xf32> {aic.name = "t2112"}) -> (tensor<1x2x2x2xf32> {aic.name = "t2113"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, scales = array<f64: 0.5, 0.4>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf32>) -> tensor<1x2x2x2xf32>
  return %result : tensor<1x2x2x2xf32>
}
func.func @"1312 interpolate"(%0: tensor<1x2x5x7xf32> {aic.name = "t2110"}) -> (tensor<1x2x2x2xf32> {aic.name = "t2114"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 0.5, 0.4>} : (tensor<1x2x5x7xf32>) -> tensor<1x2x2x2xf32>
  return %result : tensor<1x2x2x2xf32>
}
func.func @"1313 interpolate"(%0: tensor<1x5x7x2xf32> {aic.name = "t2112"}) -> (tensor<1x2x2x2xf32> {aic.name = "t2115"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 0.5, 0.4>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf32>) -> tensor<1x2x2x2xf32>
  return %result : tensor<1x2x2x2xf32>
}
func.func @"1314 interpolate"(%0: tensor<1x2x5x7xf32> {aic.name = "t2110"}) -> (tensor<1x2x2x2xf32> {aic.name = "t2116"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 0.5, 0.4>} : (tensor<1x2x5x7xf32>) -> tensor<1x2x2x2xf32>
  return %result : tensor<1x2x2x2xf32>
}
func.func @"1315 interpolate"(%0: tensor<1x5x7x2xf32> {aic.name = "t2112"}) -> (tensor<1x2x2x2xf32> {aic.name = "t2117"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 2>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 0.5, 0.4>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf32>) -> tensor<1x2x2x2xf32>
  return %result : tensor<1x2x2x2xf32>
}
func.func @"1316 interpolate"(%0: tensor<1x2x5x7xf64> {aic.name = "t2118"}) -> (tensor<1x2x11x11xf64> {aic.name = "t2119"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, scales = array<f64: 2.3, 1.7>} : (tensor<1x2x5x7xf64>) -> tensor<1x2x11x11xf64>
  return %result : tensor<1x2x11x11xf64>
}
func.func @"1317 interpolate"(%0: tensor<1x5x7x2xf64> {aic.name = "t2120"}) -> (tensor<1x11x11x2xf64> {aic.name = "t2121"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, scales = array<f64: 2.3, 1.7>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf64>) -> tensor<1x11x11x2xf64>
  return %result : tensor<1x11x11x2xf64>
}
func.func @"1318 interpolate"(%0: tensor<1x2x5x7xf64> {aic.name = "t2118"}) -> (tensor<1x2x11x11xf64> {aic.name = "t2122"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.3, 1.7>} : (tensor<1x2x5x7xf64>) -> tensor<1x2x11x11xf64>
  return %result : tensor<1x2x11x11xf64>
}
func.func @"1319 interpolate"(%0: tensor<1x5x7x2xf64> {aic.name = "t2120"}) -> (tensor<1x11x11x2xf64> {aic.name = "t2123"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.3, 1.7>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf64>) -> tensor<1x11x11x2xf64>
  return %result : tensor<1x11x11x2xf64>
}
func.func @"1320 interpolate"(%0: tensor<1x2x5x7xf64> {aic.name = "t2118"}) -> (tensor<1x2x11x11xf64> {aic.name = "t2124"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.3, 1.7>} : (tensor<1x2x5x7xf64>) -> tensor<1x2x11x11xf64>
  return %result : tensor<1x2x11x11xf64>
}
func.func @"1321 interpolate"(%0: tensor<1x5x7x2xf64> {aic.name = "t2120"}) -> (tensor<1x11x11x2xf64> {aic.name = "t2125"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.3, 1.7>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf64>) -> tensor<1x11x11x2xf64>
  return %result : tensor<1x11x11x2xf64>
}
func.func @"1322 interpolate"(%0: tensor<1x2x5x7xf32> {aic.name = "t2126"}) -> (tensor<1x2x11x11xf32> {aic.name = "t2127"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, scales = array<f64: 2.3, 1.7>} : (tensor<1x2x5x7xf32>) -> tensor<1x2x11x11xf32>
  return %result : tensor<1x2x11x11xf32>
}
func.func @"1323 interpolate"(%0: tensor<1x5x7x2xf32> {aic.name = "t2128"}) -> (tensor<1x11x11x2xf32> {aic.name = "t2129"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, scales = array<f64: 2.3, 1.7>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf32>) -> tensor<1x11x11x2xf32>
  return %result : tensor<1x11x11x2xf32>
}
func.func @"1324 interpolate"(%0: tensor<1x2x5x7xf32> {aic.name = "t2126"}) -> (tensor<1x2x11x11xf32> {aic.name = "t2130"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.3, 1.7>} : (tensor<1x2x5x7xf32>) -> tensor<1x2x11x11xf32>
  return %result : tensor<1x2x11x11xf32>
}
func.func @"1325 interpolate"(%0: tensor<1x5x7x2xf32> {aic.name = "t2128"}) -> (tensor<1x11x11x2xf32> {aic.name = "t2131"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.3, 1.7>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf32>) -> tensor<1x11x11x2xf32>
  return %result : tensor<1x11x11x2xf32>
}
func.func @"1326 interpolate"(%0: tensor<1x2x5x7xf32> {aic.name = "t2126"}) -> (tensor<1x2x11x11xf32> {aic.name = "t2132"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.3, 1.7>} : (tensor<1x2x5x7xf32>) -> tensor<1x2x11x11xf32>
  return %result : tensor<1x2x11x11xf32>
}
func.func @"1327 interpolate"(%0: tensor<1x5x7x2xf32> {aic.name = "t2128"}) -> (tensor<1x11x11x2xf32> {aic.name = "t2133"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 11, 11>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.3, 1.7>, layout = #aic.layout<nhwc>} : (tensor<1x5x7x2xf32>) -> tensor<1x11x11x2xf32>
  return %result : tensor<1x11x11x2xf32>
}
func.func @"1328 interpolate"(%0: tensor<1x2x4x5xf64> {aic.name = "t2134"}) -> (tensor<1x2x4x5xf64> {aic.name = "t2135"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, scales = array<f64: 1.2, 1.1>} : (tensor<1x2x4x5xf64>) -> tensor<1x2x4x5xf64>
  return %result : tensor<1x2x4x5xf64>
}
func.func @"1329 interpolate"(%0: tensor<1x4x5x2xf64> {aic.name = "t2136"}) -> (tensor<1x4x5x2xf64> {aic.name = "t2137"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, scales = array<f64: 1.2, 1.1>, layout = #aic.layout<nhwc>} : (tensor<1x4x5x2xf64>) -> tensor<1x4x5x2xf64>
  return %result : tensor<1x4x5x2xf64>
}
func.func @"1330 interpolate"(%0: tensor<1x2x4x5xf64> {aic.name = "t2134"}) -> (tensor<1x2x4x5xf64> {aic.name = "t2134"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 1.2, 1.1>} : (tensor<1x2x4x5xf64>) -> tensor<1x2x4x5xf64>
  return %result : tensor<1x2x4x5xf64>
}
func.func @"1331 interpolate"(%0: tensor<1x4x5x2xf64> {aic.name = "t2136"}) -> (tensor<1x4x5x2xf64> {aic.name = "t2136"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 1.2, 1.1>, layout = #aic.layout<nhwc>} : (tensor<1x4x5x2xf64>) -> tensor<1x4x5x2xf64>
  return %result : tensor<1x4x5x2xf64>
}
func.func @"1332 interpolate"(%0: tensor<1x2x4x5xf64> {aic.name = "t2134"}) -> (tensor<1x2x4x5xf64> {aic.name = "t2134"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 1.2, 1.1>} : (tensor<1x2x4x5xf64>) -> tensor<1x2x4x5xf64>
  return %result : tensor<1x2x4x5xf64>
}
func.func @"1333 interpolate"(%0: tensor<1x4x5x2xf64> {aic.name = "t2136"}) -> (tensor<1x4x5x2xf64> {aic.name = "t2136"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 1.2, 1.1>, layout = #aic.layout<nhwc>} : (tensor<1x4x5x2xf64>) -> tensor<1x4x5x2xf64>
  return %result : tensor<1x4x5x2xf64>
}
func.func @"1334 interpolate"(%0: tensor<1x2x4x5xf32> {aic.name = "t2138"}) -> (tensor<1x2x4x5xf32> {aic.name = "t2139"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, scales = array<f64: 1.2, 1.1>} : (tensor<1x2x4x5xf32>) -> tensor<1x2x4x5xf32>
  return %result : tensor<1x2x4x5xf32>
}
func.func @"1335 interpolate"(%0: tensor<1x4x5x2xf32> {aic.name = "t2140"}) -> (tensor<1x4x5x2xf32> {aic.name = "t2141"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, scales = array<f64: 1.2, 1.1>, layout = #aic.layout<nhwc>} : (tensor<1x4x5x2xf32>) -> tensor<1x4x5x2xf32>
  return %result : tensor<1x4x5x2xf32>
}
func.func @"1336 interpolate"(%0: tensor<1x2x4x5xf32> {aic.name = "t2138"}) -> (tensor<1x2x4x5xf32> {aic.name = "t2138"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 1.2, 1.1>} : (tensor<1x2x4x5xf32>) -> tensor<1x2x4x5xf32>
  return %result : tensor<1x2x4x5xf32>
}
func.func @"1337 interpolate"(%0: tensor<1x4x5x2xf32> {aic.name = "t2140"}) -> (tensor<1x4x5x2xf32> {aic.name = "t2140"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 1.2, 1.1>, layout = #aic.layout<nhwc>} : (tensor<1x4x5x2xf32>) -> tensor<1x4x5x2xf32>
  return %result : tensor<1x4x5x2xf32>
}
func.func @"1338 interpolate"(%0: tensor<1x2x4x5xf32> {aic.name = "t2138"}) -> (tensor<1x2x4x5xf32> {aic.name = "t2138"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 1.2, 1.1>} : (tensor<1x2x4x5xf32>) -> tensor<1x2x4x5xf32>
  return %result : tensor<1x2x4x5xf32>
}
func.func @"1339 interpolate"(%0: tensor<1x4x5x2xf32> {aic.name = "t2140"}) -> (tensor<1x4x5x2xf32> {aic.name = "t2140"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 4, 5>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 1.2, 1.1>, layout = #aic.layout<nhwc>} : (tensor<1x4x5x2xf32>) -> tensor<1x4x5x2xf32>
  return %result : tensor<1x4x5x2xf32>
}
func.func @"1340 interpolate"(%0: tensor<1x2x3x3xf64> {aic.name = "t2142"}) -> (tensor<1x2x6x6xf64> {aic.name = "t2143"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, scales = array<f64: 2.2, 2.2>} : (tensor<1x2x3x3xf64>) -> tensor<1x2x6x6xf64>
  return %result : tensor<1x2x6x6xf64>
}
func.func @"1341 interpolate"(%0: tensor<1x3x3x2xf64> {aic.name = "t2144"}) -> (tensor<1x6x6x2xf64> {aic.name = "t2145"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, scales = array<f64: 2.2, 2.2>, layout = #aic.layout<nhwc>} : (tensor<1x3x3x2xf64>) -> tensor<1x6x6x2xf64>
  return %result : tensor<1x6x6x2xf64>
}
func.func @"1342 interpolate"(%0: tensor<1x2x3x3xf64> {aic.name = "t2142"}) -> (tensor<1x2x6x6xf64> {aic.name = "t2146"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.2, 2.2>} : (tensor<1x2x3x3xf64>) -> tensor<1x2x6x6xf64>
  return %result : tensor<1x2x6x6xf64>
}
func.func @"1343 interpolate"(%0: tensor<1x3x3x2xf64> {aic.name = "t2144"}) -> (tensor<1x6x6x2xf64> {aic.name = "t2147"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.2, 2.2>, layout = #aic.layout<nhwc>} : (tensor<1x3x3x2xf64>) -> tensor<1x6x6x2xf64>
  return %result : tensor<1x6x6x2xf64>
}
func.func @"1344 interpolate"(%0: tensor<1x2x3x3xf64> {aic.name = "t2142"}) -> (tensor<1x2x6x6xf64> {aic.name = "t2148"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.2, 2.2>} : (tensor<1x2x3x3xf64>) -> tensor<1x2x6x6xf64>
  return %result : tensor<1x2x6x6xf64>
}
func.func @"1345 interpolate"(%0: tensor<1x3x3x2xf64> {aic.name = "t2144"}) -> (tensor<1x6x6x2xf64> {aic.name = "t2149"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.2, 2.2>, layout = #aic.layout<nhwc>} : (tensor<1x3x3x2xf64>) -> tensor<1x6x6x2xf64>
  return %result : tensor<1x6x6x2xf64>
}
func.func @"1346 interpolate"(%0: tensor<1x2x3x3xf32> {aic.name = "t2150"}) -> (tensor<1x2x6x6xf32> {aic.name = "t2151"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, scales = array<f64: 2.2, 2.2>} : (tensor<1x2x3x3xf32>) -> tensor<1x2x6x6xf32>
  return %result : tensor<1x2x6x6xf32>
}
func.func @"1347 interpolate"(%0: tensor<1x3x3x2xf32> {aic.name = "t2152"}) -> (tensor<1x6x6x2xf32> {aic.name = "t2153"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, scales = array<f64: 2.2, 2.2>, layout = #aic.layout<nhwc>} : (tensor<1x3x3x2xf32>) -> tensor<1x6x6x2xf32>
  return %result : tensor<1x6x6x2xf32>
}
func.func @"1348 interpolate"(%0: tensor<1x2x3x3xf32> {aic.name = "t2150"}) -> (tensor<1x2x6x6xf32> {aic.name = "t2154"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.2, 2.2>} : (tensor<1x2x3x3xf32>) -> tensor<1x2x6x6xf32>
  return %result : tensor<1x2x6x6xf32>
}
func.func @"1349 interpolate"(%0: tensor<1x3x3x2xf32> {aic.name = "t2152"}) -> (tensor<1x6x6x2xf32> {aic.name = "t2155"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 2.2, 2.2>, layout = #aic.layout<nhwc>} : (tensor<1x3x3x2xf32>) -> tensor<1x6x6x2xf32>
  return %result : tensor<1x6x6x2xf32>
}
func.func @"1350 interpolate"(%0: tensor<1x2x3x3xf32> {aic.name = "t2150"}) -> (tensor<1x2x6x6xf32> {aic.name = "t2156"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.2, 2.2>} : (tensor<1x2x3x3xf32>) -> tensor<1x2x6x6xf32>
  return %result : tensor<1x2x6x6xf32>
}
func.func @"1351 interpolate"(%0: tensor<1x3x3x2xf32> {aic.name = "t2152"}) -> (tensor<1x6x6x2xf32> {aic.name = "t2157"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 6, 6>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 2.2, 2.2>, layout = #aic.layout<nhwc>} : (tensor<1x3x3x2xf32>) -> tensor<1x6x6x2xf32>
  return %result : tensor<1x6x6x2xf32>
}
func.func @"1352 interpolate"(%0: tensor<1x2x9x8xf64> {aic.name = "t2158"}) -> (tensor<1x2x2x24xf64> {aic.name = "t2159"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, scales = array<f64: 0.3, 3.0>} : (tensor<1x2x9x8xf64>) -> tensor<1x2x2x24xf64>
  return %result : tensor<1x2x2x24xf64>
}
func.func @"1353 interpolate"(%0: tensor<1x9x8x2xf64> {aic.name = "t2160"}) -> (tensor<1x2x24x2xf64> {aic.name = "t2161"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, scales = array<f64: 0.3, 3.0>, layout = #aic.layout<nhwc>} : (tensor<1x9x8x2xf64>) -> tensor<1x2x24x2xf64>
  return %result : tensor<1x2x24x2xf64>
}
func.func @"1354 interpolate"(%0: tensor<1x2x9x8xf64> {aic.name = "t2158"}) -> (tensor<1x2x2x24xf64> {aic.name = "t2162"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 0.3, 3.0>} : (tensor<1x2x9x8xf64>) -> tensor<1x2x2x24xf64>
  return %result : tensor<1x2x2x24xf64>
}
func.func @"1355 interpolate"(%0: tensor<1x9x8x2xf64> {aic.name = "t2160"}) -> (tensor<1x2x24x2xf64> {aic.name = "t2163"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 0.3, 3.0>, layout = #aic.layout<nhwc>} : (tensor<1x9x8x2xf64>) -> tensor<1x2x24x2xf64>
  return %result : tensor<1x2x24x2xf64>
}
func.func @"1356 interpolate"(%0: tensor<1x2x9x8xf64> {aic.name = "t2158"}) -> (tensor<1x2x2x24xf64> {aic.name = "t2164"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 0.3, 3.0>} : (tensor<1x2x9x8xf64>) -> tensor<1x2x2x24xf64>
  return %result : tensor<1x2x2x24xf64>
}
func.func @"1357 interpolate"(%0: tensor<1x9x8x2xf64> {aic.name = "t2160"}) -> (tensor<1x2x24x2xf64> {aic.name = "t2165"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 0.3, 3.0>, layout = #aic.layout<nhwc>} : (tensor<1x9x8x2xf64>) -> tensor<1x2x24x2xf64>
  return %result : tensor<1x2x24x2xf64>
}
func.func @"1358 interpolate"(%0: tensor<1x2x9x8xf32> {aic.name = "t2166"}) -> (tensor<1x2x2x24xf32> {aic.name = "t2167"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, scales = array<f64: 0.3, 3.0>} : (tensor<1x2x9x8xf32>) -> tensor<1x2x2x24xf32>
  return %result : tensor<1x2x2x24xf32>
}
func.func @"1359 interpolate"(%0: tensor<1x9x8x2xf32> {aic.name = "t2168"}) -> (tensor<1x2x24x2xf32> {aic.name = "t2169"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, scales = array<f64: 0.3, 3.0>, layout = #aic.layout<nhwc>} : (tensor<1x9x8x2xf32>) -> tensor<1x2x24x2xf32>
  return %result : tensor<1x2x24x2xf32>
}
func.func @"1360 interpolate"(%0: tensor<1x2x9x8xf32> {aic.name = "t2166"}) -> (tensor<1x2x2x24xf32> {aic.name = "t2170"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 0.3, 3.0>} : (tensor<1x2x9x8xf32>) -> tensor<1x2x2x24xf32>
  return %result : tensor<1x2x2x24xf32>
}
func.func @"1361 interpolate"(%0: tensor<1x9x8x2xf32> {aic.name = "t2168"}) -> (tensor<1x2x24x2xf32> {aic.name = "t2171"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, mode = #aic.resize_mode<bilinear>, scales = array<f64: 0.3, 3.0>, layout = #aic.layout<nhwc>} : (tensor<1x9x8x2xf32>) -> tensor<1x2x24x2xf32>
  return %result : tensor<1x2x24x2xf32>
}
func.func @"1362 interpolate"(%0: tensor<1x2x9x8xf32> {aic.name = "t2166"}) -> (tensor<1x2x2x24xf32> {aic.name = "t2172"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 0.3, 3.0>} : (tensor<1x2x9x8xf32>) -> tensor<1x2x2x24xf32>
  return %result : tensor<1x2x2x24xf32>
}
func.func @"1363 interpolate"(%0: tensor<1x9x8x2xf32> {aic.name = "t2168"}) -> (tensor<1x2x24x2xf32> {aic.name = "t2173"}) attributes {summed, rounded} {
  %result = aic.interpolate %0 {output_size = array<i64: 2, 24>, mode = #aic.resize_mode<bilinear>, align_corners = true, scales = array<f64: 0.3, 3.0>, layout = #aic.layout<nhwc>} : (tensor<1x9x8x2xf32>) -> tensor<1x2x24x2xf32>
  return %result : tensor<1x2x24x2xf32>
}
func.func @"1364 interpolate"(%0: tensor<1x2x3x4xf64> {aic.name = "t2174"}) -> (tensor<1x2x5x7xf64> {aic.name = "t2175"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 5, 7>} : (tensor<1x2x3x4xf64>) -> tensor<1x2x5x7xf64>
  return %result : tensor<1x2x5x7xf64>
}
func.func @"1365 interpolate"(%0: tensor<1x3x4x2xf64> {aic.name = "t2176"}) -> (tensor<1x5x7x2xf64> {aic.name = "t2177"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 5, 7>, layout = #aic.layout<nhwc>} : (tensor<1x3x4x2xf64>) -> tensor<1x5x7x2xf64>
  return %result : tensor<1x5x7x2xf64>
}
func.func @"1366 interpolate"(%0: tensor<1x2x3x4xf64> {aic.name = "t2174"}) -> (tensor<1x2x5x7xf64> {aic.name = "t2178"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 5, 7>, mode = #aic.resize_mode<bilinear>} : (tensor<1x2x3x4xf64>) -> tensor<1x2x5x7xf64>
  return %result : tensor<1x2x5x7xf64>
}
func.func @"1367 interpolate"(%0: tensor<1x3x4x2xf64> {aic.name = "t2176"}) -> (tensor<1x5x7x2xf64> {aic.name = "t2179"}) attributes {summed} {
  %result = aic.interpolate %0 {output_size = array<i64: 5, 7>, mode = #aic.resize_mode<bilinear>, layout = #aic.layout<nhwc>} : (tensor<1x3x4x2xf64>) -> tensor<1x5x7x2xf64>
  return %result : tensor<1x5x7x2xf64>
}
func.func @"1368 interpolate"(%0: tensor<0x2x3x3xf64> {aic.name = "t736"}) -> (tensor<0x2x5x5xf64> {aic.name = "t2180"}) {
  %result = aic.interpolate %0 {output_size = array<i64: 5, 5>} : (tensor<0x2x3x3xf64>) -> tensor<0x2x5x5xf64>
  return %result : tensor<0x2x5x5xf64>
}
func.func @"1369 embedding"(%0: tensor<i64> {aic.name = "t2181"}, %1: tensor<5x3xf64> {aic.name = "t2182"}) -> (tensor<3xf64> {aic.name = "t2183"}) {
  %result = aic.embedding %0, %1 : (tensor<i64>, tensor<5x3xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"1370 embedding"(%0: tensor<i32> {aic.name = "t570"}, %1: tensor<5x3xf64> {aic.name = "t2184"}) -> (tensor<3xf64> {aic.name = "t2185"}) {
  %result = aic.embedding %0, %1 : (tensor<i32>, tensor<5x3xf64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"1371 embedding"(%0: tensor<4xi64> {aic.name = "t2186"}, %1: tensor<1x1xf64> {aic.name = "t2187"}) -> (tensor<4x1xf64> {aic.name = "t2188"}) {
  %result = aic.embedding %0, %1 : (tensor<4xi64>, tensor<1x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1372 embedding"(%0: tensor<4xi32> {aic.name = "t2189"}, %1: tensor<1x1xf64> {aic.name = "t2190"}) -> (tensor<4x1xf64> {aic.name = "t2191"}) {
  %result = aic.embedding %0, %1 : (tensor<4xi32>, tensor<1x1xf64>) -> tensor<4x1xf64>
  return %result : tensor<4x1xf64>
}
func.func @"1373 embedding"(%0: tensor<2x3xi64> {aic.name = "t2192"}, %1: tensor<7x5xf64> {aic.name = "t2193"}) -> (tensor<2x3x5xf64> {aic.name = "t2194"}) {
  %result = aic.embedding %0, %1 : (tensor<2x3xi64>, tensor<7x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"1374 embedding"(%0: tensor<2x3xi32> {aic.name = "t2195"}, %1: tensor<7x5xf64> {aic.name = "t2196"}) -> (tensor<2x3x5xf64> {aic.name = "t2197"}) {
  %result = aic.embedding %0, %1 : (tensor<2x3xi32>, tensor<7x5xf64>) -> tensor<2x3x5xf64>
  return %result : tensor<2x3x5xf64>
}
func.func @"1375 embedding"(%0: tensor<1x2x3xi64> {aic.name = "t2198"}, %1: tensor<11x1xf64> {aic.name = "t2199"}) -> (tensor<1x2x3x1xf64> {aic.name = "t2200"}) {
  %result = aic.embedding %0, %1 : (tensor<1x2x3xi64>, tensor<11x1xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"1376 embedding"(%0: tensor<1x2x3xi32> {aic.name = "t2201"}, %1: tensor<11x1xf64> {aic.name = "t2202"}) -> (tensor<1x2x3x1xf64> {aic.name = "t2203"}) {
  %result = aic.embedding %0, %1 : (tensor<1x2x3xi32>, tensor<11x1xf64>) -> tensor<1x2x3x1xf64>
  return %result : tensor<1x2x3x1xf64>
}
func.func @"1377 embedding"(%0: tensor<0x2xi64> {aic.name = "t1318"}, %1: tensor<3x4xf64> {aic.name = "t2204"}) -> (tensor<0x2x4xf64> {aic.name = "t2205"}) {
  %result = aic.embedding %0, %1 : (tensor<0x2xi64>, tensor<3x4xf64>) -> tensor<0x2x4xf64>
  return %result : tensor<0x2x4xf64>
}
func.func @"1378 embedding"(%0: tensor<0x2xi32> {aic.name = "t2206"}, %1: tensor<3x4xf64> {aic.name = "t2207"}) -> (tensor<0x2x4xf64> {aic.name = "t2205"}) {
  %result = aic.embedding %0, %1 : (tensor<0x2xi32>, tensor<3x4xf64>) -> tensor<0x2x4xf64>
  return %result : tensor<0x2x4xf64>
}
func.func @"1379 embedding"(%0: tensor<3xi64> {aic.name = "t2208"}, %1: tensor<2x0xf64> {aic.name = "t122"}) -> (tensor<3x0xf64> {aic.name = "t1185"}) {
  %result = aic.embedding %0, %1 : (tensor<3xi64>, tensor<2x0xf64>) -> tensor<3x0xf64>
  return %result : tensor<3x0xf64>
}
func.func @"1380 embedding"(%0: tensor<3xi32> {aic.name = "t2209"}, %1: tensor<2x0xf64> {aic.name = "t122"}) -> (tensor<3x0xf64> {aic.name = "t1185"}) {
  %result = aic.embedding %0, %1 : (tensor<3xi32>, tensor<2x0xf64>) -> tensor<3x0xf64>
  return %result : tensor<3x0xf64>
}
func.func @"1381 embedding"(%0: tensor<0xi64> {aic.name = "t2210"}, %1: tensor<0x2xf64> {aic.name = "t1186"}) -> (tensor<0x2xf64> {aic.name = "t1186"}) {
  %result = aic.embedding %0, %1 : (tensor<0xi64>, tensor<0x2xf64>) -> tensor<0x2xf64>
  return %result : tensor<0x2xf64>
}
func.func @"1382 embedding"(%0: tensor<0xi32> {aic.name = "t569"}, %1: tensor<0x2xf64> {aic.name = "t1186"}) -> (tensor<0x2xf64> {aic.name = "t1186"}) {
  %result = aic.embedding %0, %1 : (tensor<0xi32>, tensor<0x2xf64>) -> tensor<0x2xf64>
  return %result : tensor<0x2xf64>
}
func.func @"1383 embedding"(%0: tensor<17xi64> {aic.name = "t2211"}, %1: tensor<33x16xf64> {aic.name = "t2212"}) -> (tensor<17x16xf64> {aic.name = "t2213"}) {
  %result = aic.embedding %0, %1 : (tensor<17xi64>, tensor<33x16xf64>) -> tensor<17x16xf64>
  return %result : tensor<17x16xf64>
}
func.func @"1384 embedding"(%0: tensor<17xi32> {aic.name = "t2214"}, %1: tensor<33x16xf64> {aic.name = "t2215"}) -> (tensor<17x16xf64> {aic.name = "t2216"}) {
  %result = aic.embedding %0, %1 : (tensor<17xi32>, tensor<33x16xf64>) -> tensor<17x16xf64>
  return %result : tensor<17x16xf64>
}
func.func @"1385 gather"(%0: tensor<5xf64> {aic.name = "t2217"}, %1: tensor<3xi64> {aic.name = "t2218"}) -> (tensor<3xf64> {aic.name = "t2219"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<5xf64>, tensor<3xi64>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"1386 gather"(%0: tensor<5xf64> {aic.name = "t2217"}, %1: tensor<3xi32> {aic.name = "t2220"}) -> (tensor<3xf64> {aic.name = "t2221"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<5xf64>, tensor<3xi32>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"1387 gather"(%0: tensor<5xi1> {aic.name = "t2222"}, %1: tensor<3xi64> {aic.name = "t2223"}) -> (tensor<3xi1> {aic.name = "t2224"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<5xi1>, tensor<3xi64>) -> tensor<3xi1>
  return %result : tensor<3xi1>
}
func.func @"1388 gather"(%0: tensor<5xi1> {aic.name = "t2222"}, %1: tensor<3xi32> {aic.name = "t2225"}) -> (tensor<3xi1> {aic.name = "t2226"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<5xi1>, tensor<3xi32>) -> tensor<3xi1>
  return %result : tensor<3xi1>
}
func.func @"1389 gather"(%0: tensor<5xi16> {aic.name = "t2227"}, %1: tensor<3xi64> {aic.name = "t2228"}) -> (tensor<3xi16> {aic.name = "t2229"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<5xi16>, tensor<3xi64>) -> tensor<3xi16>
  return %result : tensor<3xi16>
}
func.func @"1390 gather"(%0: tensor<5xi16> {aic.name = "t2227"}, %1: tensor<3xi32> {aic.name = "t2230"}) -> (tensor<3xi16> {aic.name = "t2231"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<5xi16>, tensor<3xi32>) -> tensor<3xi16>
  return %result : tensor<3xi16>
}
func.func @"1391 gather"(%0: tensor<3x4xf64> {aic.name = "t2232"}, %1: tensor<3x2xi64> {aic.name = "t2233"}) -> (tensor<3x2xf64> {aic.name = "t2234"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<3x4xf64>, tensor<3x2xi64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"1392 gather"(%0: tensor<3x4xf64> {aic.name = "t2232"}, %1: tensor<3x2xi32> {aic.name = "t2235"}) -> (tensor<3x2xf64> {aic.name = "t2236"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<3x4xf64>, tensor<3x2xi32>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"1393 gather"(%0: tensor<3x4xi1> {aic.name = "t2237"}, %1: tensor<3x2xi64> {aic.name = "t2238"}) -> (tensor<3x2xi1> {aic.name = "t2239"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<3x4xi1>, tensor<3x2xi64>) -> tensor<3x2xi1>
  return %result : tensor<3x2xi1>
}
func.func @"1394 gather"(%0: tensor<3x4xi1> {aic.name = "t2237"}, %1: tensor<3x2xi32> {aic.name = "t2240"}) -> (tensor<3x2xi1> {aic.name = "t2241"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<3x4xi1>, tensor<3x2xi32>) -> tensor<3x2xi1>
  return %result : tensor<3x2xi1>
}
func.func @"1395 gather"(%0: tensor<3x4xi16> {aic.name = "t2242"}, %1: tensor<3x2xi64> {aic.name = "t2243"}) -> (tensor<3x2xi16> {aic.name = "t2244"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<3x4xi16>, tensor<3x2xi64>) -> tensor<3x2xi16>
  return %result : tensor<3x2xi16>
}
func.func @"1396 gather"(%0: tensor<3x4xi16> {aic.name = "t2242"}, %1: tensor<3x2xi32> {aic.name = "t2245"}) -> (tensor<3x2xi16> {aic.name = "t2246"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<3x4xi16>, tensor<3x2xi32>) -> tensor<3x2xi16>
  return %result : tensor<3x2xi16>
}
func.func @"1397 gather"(%0: tensor<3x4xf64> {aic.name = "t2247"}, %1: tensor<6x4xi64> {aic.name = "t2248"}) -> (tensor<6x4xf64> {aic.name = "t2249"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xf64>, tensor<6x4xi64>) -> tensor<6x4xf64>
  return %result : tensor<6x4xf64>
}
func.func @"1398 gather"(%0: tensor<3x4xf64> {aic.name = "t2247"}, %1: tensor<6x4xi32> {aic.name = "t2250"}) -> (tensor<6x4xf64> {aic.name = "t2251"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xf64>, tensor<6x4xi32>) -> tensor<6x4xf64>
  return %result : tensor<6x4xf64>
}
func.func @"1399 gather"(%0: tensor<3x4xi1> {aic.name = "t2252"}, %1: tensor<6x4xi64> {aic.name = "t2253"}) -> (tensor<6x4xi1> {aic.name = "t2254"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xi1>, tensor<6x4xi64>) -> tensor<6x4xi1>
  return %result : tensor<6x4xi1>
}
func.func @"1400 gather"(%0: tensor<3x4xi1> {aic.name = "t2252"}, %1: tensor<6x4xi32> {aic.name = "t2255"}) -> (tensor<6x4xi1> {aic.name = "t2256"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xi1>, tensor<6x4xi32>) -> tensor<6x4xi1>
  return %result : tensor<6x4xi1>
}
func.func @"1401 gather"(%0: tensor<3x4xi16> {aic.name = "t2257"}, %1: tensor<6x4xi64> {aic.name = "t2258"}) -> (tensor<6x4xi16> {aic.name = "t2259"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xi16>, tensor<6x4xi64>) -> tensor<6x4xi16>
  return %result : tensor<6x4xi16>
}
func.func @"1402 gather"(%0: tensor<3x4xi16> {aic.name = "t2257"}, %1: tensor<6x4xi32> {aic.name = "t2260"}) -> (tensor<6x4xi16> {aic.name = "t2261"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xi16>, tensor<6x4xi32>) -> tensor<6x4xi16>
  return %result : tensor<6x4xi16>
}
func.func @"1403 gather"(%0: tensor<3x4xf64> {aic.name = "t2262"}, %1: tensor<2x3xi64> {aic.name = "t2263"}) -> (tensor<2x3xf64> {aic.name = "t2264"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xf64>, tensor<2x3xi64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"1404 gather"(%0: tensor<3x4xf64> {aic.name = "t2262"}, %1: tensor<2x3xi32> {aic.name = "t2265"}) -> (tensor<2x3xf64> {aic.name = "t2266"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xf64>, tensor<2x3xi32>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"1405 gather"(%0: tensor<3x4xi1> {aic.name = "t2267"}, %1: tensor<2x3xi64> {aic.name = "t2268"}) -> (tensor<2x3xi1> {aic.name = "t2269"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xi1>, tensor<2x3xi64>) -> tensor<2x3xi1>
  return %result : tensor<2x3xi1>
}
func.func @"1406 gather"(%0: tensor<3x4xi1> {aic.name = "t2267"}, %1: tensor<2x3xi32> {aic.name = "t2270"}) -> (tensor<2x3xi1> {aic.name = "t2271"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xi1>, tensor<2x3xi32>) -> tensor<2x3xi1>
  return %result : tensor<2x3xi1>
}
func.func @"1407 gather"(%0: tensor<3x4xi16> {aic.name = "t2272"}, %1: tensor<2x3xi64> {aic.name = "t2273"}) -> (tensor<2x3xi16> {aic.name = "t2274"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xi16>, tensor<2x3xi64>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"1408 gather"(%0: tensor<3x4xi16> {aic.name = "t2272"}, %1: tensor<2x3xi32> {aic.name = "t2275"}) -> (tensor<2x3xi16> {aic.name = "t2276"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<3x4xi16>, tensor<2x3xi32>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"1409 gather"(%0: tensor<2x3x4xf64> {aic.name = "t2277"}, %1: tensor<2x7x4xi64> {aic.name = "t2278"}) -> (tensor<2x7x4xf64> {aic.name = "t2279"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<2x3x4xf64>, tensor<2x7x4xi64>) -> tensor<2x7x4xf64>
  return %result : tensor<2x7x4xf64>
}
func.func @"1410 gather"(%0: tensor<2x3x4xf64> {aic.name = "t2277"}, %1: tensor<2x7x4xi32> {aic.name = "t2280"}) -> (tensor<2x7x4xf64> {aic.name = "t2281"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<2x3x4xf64>, tensor<2x7x4xi32>) -> tensor<2x7x4xf64>
  return %result : tensor<2x7x4xf64>
}
func.func @"1411 gather"(%0: tensor<2x3x4xi1> {aic.name = "t2282"}, %1: tensor<2x7x4xi64> {aic.name = "t2283"}) -> (tensor<2x7x4xi1> {aic.name = "t2284"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<2x3x4xi1>, tensor<2x7x4xi64>) -> tensor<2x7x4xi1>
  return %result : tensor<2x7x4xi1>
}
func.func @"1412 gather"(%0: tensor<2x3x4xi1> {aic.name = "t2282"}, %1: tensor<2x7x4xi32> {aic.name = "t2285"}) -> (tensor<2x7x4xi1> {aic.name = "t2286"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<2x3x4xi1>, tensor<2x7x4xi32>) -> tensor<2x7x4xi1>
  return %result : tensor<2x7x4xi1>
}
func.func @"1413 gather"(%0: tensor<2x3x4xi16> {aic.name = "t2287"}, %1: tensor<2x7x4xi64> {aic.name = "t2288"}) -> (tensor<2x7x4xi16> {aic.name = "t2289"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<2x3x4xi16>, tensor<2x7x4xi64>) -> tensor<2x7x4xi16>
  return %result : tensor<2x7x4xi16>
}
func.func @"1414 gather"(%0: tensor<2x3x4xi16> {aic.name = "t2287"}, %1: tensor<2x7x4xi32> {aic.name = "t2290"}) -> (tensor<2x7x4xi16> {aic.name = "t2291"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<2x3x4xi16>, tensor<2x7x4xi32>) -> tensor<2x7x4xi16>
  return %result : tensor<2x7x4xi16>
}
func.func @"1415 gather"(%0: tensor<2x3x4xf64> {aic.name = "t2292"}, %1: tensor<1x2x9xi64> {aic.name = "t2293"}) -> (tensor<1x2x9xf64> {aic.name = "t2294"}) {
  %result = aic.gather %0, %1 {dim = 2} : (tensor<2x3x4xf64>, tensor<1x2x9xi64>) -> tensor<1x2x9xf64>
  return %result : tensor<1x2x9xf64>
}
func.func @"1416 gather"(%0: tensor<2x3x4xf64> {aic.name = "t2292"}, %1: tensor<1x2x9xi32> {aic.name = "t2295"}) -> (tensor<1x2x9xf64> {aic.name = "t2296"}) {
  %result = aic.gather %0, %1 {dim = 2} : (tensor<2x3x4xf64>, tensor<1x2x9xi32>) -> tensor<1x2x9xf64>
  return %result : tensor<1x2x9xf64>
}
func.func @"1417 gather"(%0: tensor<2x3x4xi1> {aic.name = "t2297"}, %1: tensor<1x2x9xi64> {aic.name = "t2298"}) -> (tensor<1x2x9xi1> {aic.name = "t2299"}) {
  %result = aic.gather %0, %1 {dim = 2} : (tensor<2x3x4xi1>, tensor<1x2x9xi64>) -> tensor<1x2x9xi1>
  return %result : tensor<1x2x9xi1>
}
func.func @"1418 gather"(%0: tensor<2x3x4xi1> {aic.name = "t2297"}, %1: tensor<1x2x9xi32> {aic.name = "t2300"}) -> (tensor<1x2x9xi1> {aic.name = "t2301"}) {
  %result = aic.gather %0, %1 {dim = 2} : (tensor<2x3x4xi1>, tensor<1x2x9xi32>) -> tensor<1x2x9xi1>
  return %result : tensor<1x2x9xi1>
}
func.func @"1419 gather"(%0: tensor<2x3x4xi16> {aic.name = "t2302"}, %1: tensor<1x2x9xi64> {aic.name = "t2303"}) -> (tensor<1x2x9xi16> {aic.name = "t2304"}) {
  %result = aic.gather %0, %1 {dim = 2} : (tensor<2x3x4xi16>, tensor<1x2x9xi64>) -> tensor<1x2x9xi16>
  return %result : tensor<1x2x9xi16>
}
func.func @"1420 gather"(%0: tensor<2x3x4xi16> {aic.name = "t2302"}, %1: tensor<1x2x9xi32> {aic.name = "t2305"}) -> (tensor<1x2x9xi16> {aic.name = "t2306"}) {
  %result = aic.gather %0, %1 {dim = 2} : (tensor<2x3x4xi16>, tensor<1x2x9xi32>) -> tensor<1x2x9xi16>
  return %result : tensor<1x2x9xi16>
}
func.func @"1421 gather"(%0: tensor<1x1xf64> {aic.name = "t2307"}, %1: tensor<1x5xi64> {aic.name = "t2308"}) -> (tensor<1x5xf64> {aic.name = "t2309"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<1x1xf64>, tensor<1x5xi64>) -> tensor<1x5xf64>
  return %result : tensor<1x5xf64>
}
func.func @"1422 gather"(%0: tensor<1x1xf64> {aic.name = "t2307"}, %1: tensor<1x5xi32> {aic.name = "t2310"}) -> (tensor<1x5xf64> {aic.name = "t2309"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<1x1xf64>, tensor<1x5xi32>) -> tensor<1x5xf64>
  return %result : tensor<1x5xf64>
}
func.func @"1423 gather"(%0: tensor<1x1xi1> {aic.name = "t2311"}, %1: tensor<1x5xi64> {aic.name = "t2308"}) -> (tensor<1x5xi1> {aic.name = "t2312"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<1x1xi1>, tensor<1x5xi64>) -> tensor<1x5xi1>
  return %result : tensor<1x5xi1>
}
func.func @"1424 gather"(%0: tensor<1x1xi1> {aic.name = "t2311"}, %1: tensor<1x5xi32> {aic.name = "t2310"}) -> (tensor<1x5xi1> {aic.name = "t2312"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<1x1xi1>, tensor<1x5xi32>) -> tensor<1x5xi1>
  return %result : tensor<1x5xi1>
}
func.func @"1425 gather"(%0: tensor<1x1xi16> {aic.name = "t2313"}, %1: tensor<1x5xi64> {aic.name = "t2308"}) -> (tensor<1x5xi16> {aic.name = "t2314"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<1x1xi16>, tensor<1x5xi64>) -> tensor<1x5xi16>
  return %result : tensor<1x5xi16>
}
func.func @"1426 gather"(%0: tensor<1x1xi16> {aic.name = "t2313"}, %1: tensor<1x5xi32> {aic.name = "t2310"}) -> (tensor<1x5xi16> {aic.name = "t2314"}) {
  %result = aic.gather %0, %1 {dim = 1} : (tensor<1x1xi16>, tensor<1x5xi32>) -> tensor<1x5xi16>
  return %result : tensor<1x5xi16>
}
func.func @"1427 gather"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<0x0xi64> {aic.name = "t2315"}) -> (tensor<0x0xf64> {aic.name = "t2316"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x0xf64>, tensor<0x0xi64>) -> tensor<0x0xf64>
  return %result : tensor<0x0xf64>
}
func.func @"1428 gather"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<0x0xi32> {aic.name = "t2317"}) -> (tensor<0x0xf64> {aic.name = "t2316"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x0xf64>, tensor<0x0xi32>) -> tensor<0x0xf64>
  return %result : tensor<0x0xf64>
}
func.func @"1429 gather"(%0: tensor<2x0xi1> {aic.name = "t123"}, %1: tensor<0x0xi64> {aic.name = "t2315"}) -> (tensor<0x0xi1> {aic.name = "t2318"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x0xi1>, tensor<0x0xi64>) -> tensor<0x0xi1>
  return %result : tensor<0x0xi1>
}
func.func @"1430 gather"(%0: tensor<2x0xi1> {aic.name = "t123"}, %1: tensor<0x0xi32> {aic.name = "t2317"}) -> (tensor<0x0xi1> {aic.name = "t2318"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x0xi1>, tensor<0x0xi32>) -> tensor<0x0xi1>
  return %result : tensor<0x0xi1>
}
func.func @"1431 gather"(%0: tensor<2x0xi16> {aic.name = "t267"}, %1: tensor<0x0xi64> {aic.name = "t2315"}) -> (tensor<0x0xi16> {aic.name = "t2319"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x0xi16>, tensor<0x0xi64>) -> tensor<0x0xi16>
  return %result : tensor<0x0xi16>
}
func.func @"1432 gather"(%0: tensor<2x0xi16> {aic.name = "t267"}, %1: tensor<0x0xi32> {aic.name = "t2317"}) -> (tensor<0x0xi16> {aic.name = "t2319"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x0xi16>, tensor<0x0xi32>) -> tensor<0x0xi16>
  return %result : tensor<0x0xi16>
}
func.func @"1433 gather"(%0: tensor<2x3xf64> {aic.name = "t2320"}, %1: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x3xf64>, tensor<0x3xi64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"1434 gather"(%0: tensor<2x3xf64> {aic.name = "t2320"}, %1: tensor<0x3xi32> {aic.name = "t2321"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x3xf64>, tensor<0x3xi32>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"1435 gather"(%0: tensor<2x3xi1> {aic.name = "t2322"}, %1: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<0x3xi1> {aic.name = "t121"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x3xi1>, tensor<0x3xi64>) -> tensor<0x3xi1>
  return %result : tensor<0x3xi1>
}
func.func @"1436 gather"(%0: tensor<2x3xi1> {aic.name = "t2322"}, %1: tensor<0x3xi32> {aic.name = "t2321"}) -> (tensor<0x3xi1> {aic.name = "t121"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x3xi1>, tensor<0x3xi32>) -> tensor<0x3xi1>
  return %result : tensor<0x3xi1>
}
func.func @"1437 gather"(%0: tensor<2x3xi16> {aic.name = "t2323"}, %1: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<0x3xi16> {aic.name = "t2324"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x3xi16>, tensor<0x3xi64>) -> tensor<0x3xi16>
  return %result : tensor<0x3xi16>
}
func.func @"1438 gather"(%0: tensor<2x3xi16> {aic.name = "t2323"}, %1: tensor<0x3xi32> {aic.name = "t2321"}) -> (tensor<0x3xi16> {aic.name = "t2324"}) {
  %result = aic.gather %0, %1 {dim = 0} : (tensor<2x3xi16>, tensor<0x3xi32>) -> tensor<0x3xi16>
  return %result : tensor<0x3xi16>
}
func.func @"1439 gather"(%0: tensor<2x3x2x2xf64> {aic.name = "t2325"}, %1: tensor<2x3x1x5xi64> {aic.name = "t2326"}) -> (tensor<2x3x1x5xf64> {aic.name = "t2327"}) {
  %result = aic.gather %0, %1 {dim = 3} : (tensor<2x3x2x2xf64>, tensor<2x3x1x5xi64>) -> tensor<2x3x1x5xf64>
  return %result : tensor<2x3x1x5xf64>
}
func.func @"1440 gather"(%0: tensor<2x3x2x2xf64> {aic.name = "t2325"}, %1: tensor<2x3x1x5xi32> {aic.name = "t2328"}) -> (tensor<2x3x1x5xf64> {aic.name = "t2329"}) {
  %result = aic.gather %0, %1 {dim = 3} : (tensor<2x3x2x2xf64>, tensor<2x3x1x5xi32>) -> tensor<2x3x1x5xf64>
  return %result : tensor<2x3x1x5xf64>
}
func.func @"1441 gather"(%0: tensor<2x3x2x2xi1> {aic.name = "t2330"}, %1: tensor<2x3x1x5xi64> {aic.name = "t2331"}) -> (tensor<2x3x1x5xi1> {aic.name = "t2332"}) {
  %result = aic.gather %0, %1 {dim = 3} : (tensor<2x3x2x2xi1>, tensor<2x3x1x5xi64>) -> tensor<2x3x1x5xi1>
  return %result : tensor<2x3x1x5xi1>
}
func.func @"1442 gather"(%0: tensor<2x3x2x2xi1> {aic.name = "t2330"}, %1: tensor<2x3x1x5xi32> {aic.name = "t2333"}) -> (tensor<2x3x1x5xi1> {aic.name = "t2334"}) {
  %result = aic.gather %0, %1 {dim = 3} : (tensor<2x3x2x2xi1>, tensor<2x3x1x5xi32>) -> tensor<2x3x1x5xi1>
  return %result : tensor<2x3x1x5xi1>
}
func.func @"1443 gather"(%0: tensor<2x3x2x2xi16> {aic.name = "t2335"}, %1: tensor<2x3x1x5xi64> {aic.name = "t2336"}) -> (tensor<2x3x1x5xi16> {aic.name = "t2337"}) {
  %result = aic.gather %0, %1 {dim = 3} : (tensor<2x3x2x2xi16>, tensor<2x3x1x5xi64>) -> tensor<2x3x1x5xi16>
  return %result : tensor<2x3x1x5xi16>
}
func.func @"1444 gather"(%0: tensor<2x3x2x2xi16> {aic.name = "t2335"}, %1: tensor<2x3x1x5xi32> {aic.name = "t2338"}) -> (tensor<2x3x1x5xi16> {aic.name = "t2339"}) {
  %result = aic.gather %0, %1 {dim = 3} : (tensor<2x3x2x2xi16>, tensor<2x3x1x5xi32>) -> tensor<2x3x1x5xi16>
  return %result : tensor<2x3x1x5xi16>
}
func.func @"1445 take"(%0: tensor<5xf64> {aic.name = "t2340"}, %1: tensor<i32> {aic.name = "t2341"}) -> (tensor<f64> {aic.name = "t1273"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<5xf64>, tensor<i32>) -> tensor<f64>
  return %result : tensor<f64>
}
func.func @"1446 take"(%0: tensor<5xi1> {aic.name = "t2342"}, %1: tensor<i32> {aic.name = "t2341"}) -> (tensor<i1> {aic.name = "t95"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<5xi1>, tensor<i32>) -> tensor<i1>
  return %result : tensor<i1>
}
func.func @"1447 take"(%0: tensor<5xi8> {aic.name = "t2343"}, %1: tensor<i64> {aic.name = "t2344"}) -> (tensor<i8> {aic.name = "t2345"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<5xi8>, tensor<i64>) -> tensor<i8>
  return %result : tensor<i8>
}
func.func @"1448 take"(%0: tensor<5xf64> {aic.name = "t2346"}, %1: tensor<3xi32> {aic.name = "t2347"}) -> (tensor<3xf64> {aic.name = "t2348"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<5xf64>, tensor<3xi32>) -> tensor<3xf64>
  return %result : tensor<3xf64>
}
func.func @"1449 take"(%0: tensor<5xi1> {aic.name = "t2349"}, %1: tensor<3xi32> {aic.name = "t2350"}) -> (tensor<3xi1> {aic.name = "t43"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<5xi1>, tensor<3xi32>) -> tensor<3xi1>
  return %result : tensor<3xi1>
}
func.func @"1450 take"(%0: tensor<5xi8> {aic.name = "t2351"}, %1: tensor<3xi32> {aic.name = "t2352"}) -> (tensor<3xi8> {aic.name = "t2353"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<5xi8>, tensor<3xi32>) -> tensor<3xi8>
  return %result : tensor<3xi8>
}
func.func @"1451 take"(%0: tensor<3x4xf64> {aic.name = "t2354"}, %1: tensor<2xi32> {aic.name = "t2355"}) -> (tensor<3x2xf64> {aic.name = "t2356"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<3x4xf64>, tensor<2xi32>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"1452 take"(%0: tensor<3x4xi1> {aic.name = "t2357"}, %1: tensor<2xi32> {aic.name = "t2358"}) -> (tensor<3x2xi1> {aic.name = "t2359"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<3x4xi1>, tensor<2xi32>) -> tensor<3x2xi1>
  return %result : tensor<3x2xi1>
}
func.func @"1453 take"(%0: tensor<3x4xi8> {aic.name = "t2360"}, %1: tensor<2xi32> {aic.name = "t2361"}) -> (tensor<3x2xi8> {aic.name = "t2362"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<3x4xi8>, tensor<2xi32>) -> tensor<3x2xi8>
  return %result : tensor<3x2xi8>
}
func.func @"1454 take"(%0: tensor<3x4xf64> {aic.name = "t2363"}, %1: tensor<2x3xi64> {aic.name = "t2364"}) -> (tensor<2x3x4xf64> {aic.name = "t2365"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x4xf64>, tensor<2x3xi64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1455 take"(%0: tensor<3x4xi1> {aic.name = "t2366"}, %1: tensor<2x3xi64> {aic.name = "t2367"}) -> (tensor<2x3x4xi1> {aic.name = "t2368"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x4xi1>, tensor<2x3xi64>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"1456 take"(%0: tensor<3x4xi8> {aic.name = "t2369"}, %1: tensor<2x3xi32> {aic.name = "t2370"}) -> (tensor<2x3x4xi8> {aic.name = "t2371"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x4xi8>, tensor<2x3xi32>) -> tensor<2x3x4xi8>
  return %result : tensor<2x3x4xi8>
}
func.func @"1457 take"(%0: tensor<2x3x4xf64> {aic.name = "t2372"}, %1: tensor<5xi32> {aic.name = "t2373"}) -> (tensor<2x5x4xf64> {aic.name = "t2374"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x3x4xf64>, tensor<5xi32>) -> tensor<2x5x4xf64>
  return %result : tensor<2x5x4xf64>
}
func.func @"1458 take"(%0: tensor<2x3x4xi1> {aic.name = "t2375"}, %1: tensor<5xi32> {aic.name = "t2376"}) -> (tensor<2x5x4xi1> {aic.name = "t2377"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x3x4xi1>, tensor<5xi32>) -> tensor<2x5x4xi1>
  return %result : tensor<2x5x4xi1>
}
func.func @"1459 take"(%0: tensor<2x3x4xi8> {aic.name = "t2378"}, %1: tensor<5xi64> {aic.name = "t2379"}) -> (tensor<2x5x4xi8> {aic.name = "t2380"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x3x4xi8>, tensor<5xi64>) -> tensor<2x5x4xi8>
  return %result : tensor<2x5x4xi8>
}
func.func @"1460 take"(%0: tensor<2x3x4xf64> {aic.name = "t2381"}, %1: tensor<i32> {aic.name = "t2382"}) -> (tensor<2x3xf64> {aic.name = "t2383"}) {
  %result = aic.take %0, %1 {dim = 2} : (tensor<2x3x4xf64>, tensor<i32>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"1461 take"(%0: tensor<2x3x4xi1> {aic.name = "t2384"}, %1: tensor<i64> {aic.name = "t2385"}) -> (tensor<2x3xi1> {aic.name = "t2386"}) {
  %result = aic.take %0, %1 {dim = 2} : (tensor<2x3x4xi1>, tensor<i64>) -> tensor<2x3xi1>
  return %result : tensor<2x3xi1>
}
func.func @"1462 take"(%0: tensor<2x3x4xi8> {aic.name = "t2387"}, %1: tensor<i32> {aic.name = "t2388"}) -> (tensor<2x3xi8> {aic.name = "t2389"}) {
  %result = aic.take %0, %1 {dim = 2} : (tensor<2x3x4xi8>, tensor<i32>) -> tensor<2x3xi8>
  return %result : tensor<2x3xi8>
}
func.func @"1463 take"(%0: tensor<2x3x4xf64> {aic.name = "t2390"}, %1: tensor<1x2x2xi32> {aic.name = "t2391"}) -> (tensor<2x1x2x2x4xf64> {aic.name = "t2392"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x3x4xf64>, tensor<1x2x2xi32>) -> tensor<2x1x2x2x4xf64>
  return %result : tensor<2x1x2x2x4xf64>
}
func.func @"1464 take"(%0: tensor<2x3x4xi1> {aic.name = "t2393"}, %1: tensor<1x2x2xi64> {aic.name = "t2394"}) -> (tensor<2x1x2x2x4xi1> {aic.name = "t2395"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x3x4xi1>, tensor<1x2x2xi64>) -> tensor<2x1x2x2x4xi1>
  return %result : tensor<2x1x2x2x4xi1>
}
func.func @"1465 take"(%0: tensor<2x3x4xi8> {aic.name = "t2396"}, %1: tensor<1x2x2xi32> {aic.name = "t2397"}) -> (tensor<2x1x2x2x4xi8> {aic.name = "t2398"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x3x4xi8>, tensor<1x2x2xi32>) -> tensor<2x1x2x2x4xi8>
  return %result : tensor<2x1x2x2x4xi8>
}
func.func @"1466 take"(%0: tensor<2x1x3xf64> {aic.name = "t2399"}, %1: tensor<4xi32> {aic.name = "t2189"}) -> (tensor<2x4x3xf64> {aic.name = "t2400"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x1x3xf64>, tensor<4xi32>) -> tensor<2x4x3xf64>
  return %result : tensor<2x4x3xf64>
}
func.func @"1467 take"(%0: tensor<2x1x3xi1> {aic.name = "t2401"}, %1: tensor<4xi64> {aic.name = "t2186"}) -> (tensor<2x4x3xi1> {aic.name = "t2402"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x1x3xi1>, tensor<4xi64>) -> tensor<2x4x3xi1>
  return %result : tensor<2x4x3xi1>
}
func.func @"1468 take"(%0: tensor<2x1x3xi8> {aic.name = "t2403"}, %1: tensor<4xi64> {aic.name = "t2186"}) -> (tensor<2x4x3xi8> {aic.name = "t2404"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<2x1x3xi8>, tensor<4xi64>) -> tensor<2x4x3xi8>
  return %result : tensor<2x4x3xi8>
}
func.func @"1469 take"(%0: tensor<3x4xf64> {aic.name = "t2405"}, %1: tensor<0xi32> {aic.name = "t569"}) -> (tensor<0x4xf64> {aic.name = "t1348"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x4xf64>, tensor<0xi32>) -> tensor<0x4xf64>
  return %result : tensor<0x4xf64>
}
func.func @"1470 take"(%0: tensor<3x4xi1> {aic.name = "t2406"}, %1: tensor<0xi64> {aic.name = "t2210"}) -> (tensor<0x4xi1> {aic.name = "t2407"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x4xi1>, tensor<0xi64>) -> tensor<0x4xi1>
  return %result : tensor<0x4xi1>
}
func.func @"1471 take"(%0: tensor<3x4xi8> {aic.name = "t2408"}, %1: tensor<0xi32> {aic.name = "t569"}) -> (tensor<0x4xi8> {aic.name = "t2409"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x4xi8>, tensor<0xi32>) -> tensor<0x4xi8>
  return %result : tensor<0x4xi8>
}
func.func @"1472 take"(%0: tensor<0x4xf64> {aic.name = "t1348"}, %1: tensor<3xi64> {aic.name = "t2410"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<0x4xf64>, tensor<3xi64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"1473 take"(%0: tensor<0x4xi1> {aic.name = "t2407"}, %1: tensor<3xi32> {aic.name = "t2411"}) -> (tensor<0x3xi1> {aic.name = "t121"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<0x4xi1>, tensor<3xi32>) -> tensor<0x3xi1>
  return %result : tensor<0x3xi1>
}
func.func @"1474 take"(%0: tensor<0x4xi8> {aic.name = "t2409"}, %1: tensor<3xi32> {aic.name = "t2411"}) -> (tensor<0x3xi8> {aic.name = "t2412"}) {
  %result = aic.take %0, %1 {dim = 1} : (tensor<0x4xi8>, tensor<3xi32>) -> tensor<0x3xi8>
  return %result : tensor<0x3xi8>
}
func.func @"1475 take"(%0: tensor<3x0xf64> {aic.name = "t1185"}, %1: tensor<2xi64> {aic.name = "t2413"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x0xf64>, tensor<2xi64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"1476 take"(%0: tensor<3x0xi1> {aic.name = "t2414"}, %1: tensor<2xi32> {aic.name = "t2415"}) -> (tensor<2x0xi1> {aic.name = "t123"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x0xi1>, tensor<2xi32>) -> tensor<2x0xi1>
  return %result : tensor<2x0xi1>
}
func.func @"1477 take"(%0: tensor<3x0xi8> {aic.name = "t2416"}, %1: tensor<2xi32> {aic.name = "t2417"}) -> (tensor<2x0xi8> {aic.name = "t2418"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<3x0xi8>, tensor<2xi32>) -> tensor<2x0xi8>
  return %result : tensor<2x0xi8>
}
func.func @"1478 take"(%0: tensor<0x4xf64> {aic.name = "t1348"}, %1: tensor<0x2xi32> {aic.name = "t2206"}) -> (tensor<0x2x4xf64> {aic.name = "t2205"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<0x4xf64>, tensor<0x2xi32>) -> tensor<0x2x4xf64>
  return %result : tensor<0x2x4xf64>
}
func.func @"1479 take"(%0: tensor<0x4xi1> {aic.name = "t2407"}, %1: tensor<0x2xi64> {aic.name = "t1318"}) -> (tensor<0x2x4xi1> {aic.name = "t2419"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<0x4xi1>, tensor<0x2xi64>) -> tensor<0x2x4xi1>
  return %result : tensor<0x2x4xi1>
}
func.func @"1480 take"(%0: tensor<0x4xi8> {aic.name = "t2409"}, %1: tensor<0x2xi64> {aic.name = "t1318"}) -> (tensor<0x2x4xi8> {aic.name = "t2420"}) {
  %result = aic.take %0, %1 {dim = 0} : (tensor<0x4xi8>, tensor<0x2xi64>) -> tensor<0x2x4xi8>
  return %result : tensor<0x2x4xi8>
}
func.func @"1481 one_hot"(%0: tensor<i64> {aic.name = "t2181"}) -> (tensor<3xi64> {aic.name = "t2421"}) {
  %result = aic.one_hot %0 {num_classes = 3} : (tensor<i64>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"1482 one_hot"(%0: tensor<i32> {aic.name = "t572"}) -> (tensor<3xi64> {aic.name = "t2421"}) {
  %result = aic.one_hot %0 {num_classes = 3} : (tensor<i32>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"1483 one_hot"(%0: tensor<5xi64> {aic.name = "t2422"}) -> (tensor<5x1xi64> {aic.name = "t2423"}) {
  %result = aic.one_hot %0 {num_classes = 1} : (tensor<5xi64>) -> tensor<5x1xi64>
  return %result : tensor<5x1xi64>
}
func.func @"1484 one_hot"(%0: tensor<5xi32> {aic.name = "t2424"}) -> (tensor<5x1xi64> {aic.name = "t2423"}) {
  %result = aic.one_hot %0 {num_classes = 1} : (tensor<5xi32>) -> tensor<5x1xi64>
  return %result : tensor<5x1xi64>
}
func.func @"1485 one_hot"(%0: tensor<2x3xi64> {aic.name = "t2425"}) -> (tensor<2x3x4xi64> {aic.name = "t2426"}) {
  %result = aic.one_hot %0 {num_classes = 4} : (tensor<2x3xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1486 one_hot"(%0: tensor<2x3xi32> {aic.name = "t2427"}) -> (tensor<2x3x4xi64> {aic.name = "t2426"}) {
  %result = aic.one_hot %0 {num_classes = 4} : (tensor<2x3xi32>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1487 one_hot"(%0: tensor<1x2x2xi64> {aic.name = "t2428"}) -> (tensor<1x2x2x7xi64> {aic.name = "t2429"}) {
  %result = aic.one_hot %0 {num_classes = 7} : (tensor<1x2x2xi64>) -> tensor<1x2x2x7xi64>
  return %result : tensor<1x2x2x7xi64>
}
func.func @"1488 one_hot"(%0: tensor<1x2x2xi32> {aic.name = "t2430"}) -> (tensor<1x2x2x7xi64> {aic.name = "t2429"}) {
  %result = aic.one_hot %0 {num_classes = 7} : (tensor<1x2x2xi32>) -> tensor<1x2x2x7xi64>
  return %result : tensor<1x2x2x7xi64>
}
func.func @"1489 one_hot"(%0: tensor<0x2xi64> {aic.name = "t1318"}) -> (tensor<0x2x3xi64> {aic.name = "t2431"}) {
  %result = aic.one_hot %0 {num_classes = 3} : (tensor<0x2xi64>) -> tensor<0x2x3xi64>
  return %result : tensor<0x2x3xi64>
}
func.func @"1490 one_hot"(%0: tensor<0x2xi32> {aic.name = "t2206"}) -> (tensor<0x2x3xi64> {aic.name = "t2431"}) {
  %result = aic.one_hot %0 {num_classes = 3} : (tensor<0x2xi32>) -> tensor<0x2x3xi64>
  return %result : tensor<0x2x3xi64>
}
func.func @"1491 one_hot"(%0: tensor<3x2xi64> {aic.name = "t2432"}) -> (tensor<3x2x3xi64> {aic.name = "t2433"}) {
  %result = aic.one_hot %0 {num_classes = 3} : (tensor<3x2xi64>) -> tensor<3x2x3xi64>
  return %result : tensor<3x2x3xi64>
}
func.func @"1492 argmax"(%0: tensor<7xf64> {aic.name = "t2434"}) -> (tensor<i64> {aic.name = "t2435"}) {
  %result = aic.argmax %0 {dim = 0} : (tensor<7xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1493 argmax"(%0: tensor<7xf64> {aic.name = "t2434"}) -> (tensor<i64> {aic.name = "t2435"}) {
  %result = aic.argmax %0 : (tensor<7xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1494 argmax"(%0: tensor<7xf64> {aic.name = "t2434"}) -> (tensor<1xi64> {aic.name = "t2436"}) {
  %result = aic.argmax %0 {keepdim = true} : (tensor<7xf64>) -> tensor<1xi64>
  return %result : tensor<1xi64>
}
func.func @"1495 argmax"(%0: tensor<3x5xf64> {aic.name = "t2437"}) -> (tensor<5xi64> {aic.name = "t2438"}) {
  %result = aic.argmax %0 {dim = 0} : (tensor<3x5xf64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1496 argmax"(%0: tensor<3x5xf64> {aic.name = "t2437"}) -> (tensor<3x1xi64> {aic.name = "t2439"}) {
  %result = aic.argmax %0 {dim = 1, keepdim = true} : (tensor<3x5xf64>) -> tensor<3x1xi64>
  return %result : tensor<3x1xi64>
}
func.func @"1497 argmax"(%0: tensor<3x5xf64> {aic.name = "t2437"}) -> (tensor<i64> {aic.name = "t2440"}) {
  %result = aic.argmax %0 : (tensor<3x5xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1498 argmax"(%0: tensor<3x5xf64> {aic.name = "t2437"}) -> (tensor<1x1xi64> {aic.name = "t2441"}) {
  %result = aic.argmax %0 {keepdim = true} : (tensor<3x5xf64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1499 argmax"(%0: tensor<2x3x9xf64> {aic.name = "t2442"}) -> (tensor<3x9xi64> {aic.name = "t2443"}) {
  %result = aic.argmax %0 {dim = 0} : (tensor<2x3x9xf64>) -> tensor<3x9xi64>
  return %result : tensor<3x9xi64>
}
func.func @"1500 argmax"(%0: tensor<2x3x9xf64> {aic.name = "t2442"}) -> (tensor<2x1x9xi64> {aic.name = "t2444"}) {
  %result = aic.argmax %0 {dim = 1, keepdim = true} : (tensor<2x3x9xf64>) -> tensor<2x1x9xi64>
  return %result : tensor<2x1x9xi64>
}
func.func @"1501 argmax"(%0: tensor<2x3x9xf64> {aic.name = "t2442"}) -> (tensor<2x3xi64> {aic.name = "t2445"}) {
  %result = aic.argmax %0 {dim = 2} : (tensor<2x3x9xf64>) -> tensor<2x3xi64>
  return %result : tensor<2x3xi64>
}
func.func @"1502 argmax"(%0: tensor<2x3x9xf64> {aic.name = "t2442"}) -> (tensor<i64> {aic.name = "t2446"}) {
  %result = aic.argmax %0 : (tensor<2x3x9xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1503 argmax"(%0: tensor<2x3x9xf64> {aic.name = "t2442"}) -> (tensor<1x1x1xi64> {aic.name = "t2447"}) {
  %result = aic.argmax %0 {keepdim = true} : (tensor<2x3x9xf64>) -> tensor<1x1x1xi64>
  return %result : tensor<1x1x1xi64>
}
func.func @"1504 argmax"(%0: tensor<4x1x6xf64> {aic.name = "t2448"}) -> (tensor<1x6xi64> {aic.name = "t2449"}) {
  %result = aic.argmax %0 {dim = 0} : (tensor<4x1x6xf64>) -> tensor<1x6xi64>
  return %result : tensor<1x6xi64>
}
func.func @"1505 argmax"(%0: tensor<4x1x6xf64> {aic.name = "t2448"}) -> (tensor<4x1x6xi64> {aic.name = "t2450"}) {
  %result = aic.argmax %0 {dim = 1, keepdim = true} : (tensor<4x1x6xf64>) -> tensor<4x1x6xi64>
  return %result : tensor<4x1x6xi64>
}
func.func @"1506 argmax"(%0: tensor<4x1x6xf64> {aic.name = "t2448"}) -> (tensor<4x1xi64> {aic.name = "t2451"}) {
  %result = aic.argmax %0 {dim = 2} : (tensor<4x1x6xf64>) -> tensor<4x1xi64>
  return %result : tensor<4x1xi64>
}
func.func @"1507 argmax"(%0: tensor<4x1x6xf64> {aic.name = "t2448"}) -> (tensor<i64> {aic.name = "t2181"}) {
  %result = aic.argmax %0 : (tensor<4x1x6xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1508 argmax"(%0: tensor<4x1x6xf64> {aic.name = "t2448"}) -> (tensor<1x1x1xi64> {aic.name = "t2452"}) {
  %result = aic.argmax %0 {keepdim = true} : (tensor<4x1x6xf64>) -> tensor<1x1x1xi64>
  return %result : tensor<1x1x1xi64>
}
func.func @"1509 argmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t2453"}) -> (tensor<3x4x5xi64> {aic.name = "t2454"}) {
  %result = aic.argmax %0 {dim = 0} : (tensor<2x3x4x5xf64>) -> tensor<3x4x5xi64>
  return %result : tensor<3x4x5xi64>
}
func.func @"1510 argmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t2453"}) -> (tensor<2x1x4x5xi64> {aic.name = "t2455"}) {
  %result = aic.argmax %0 {dim = 1, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x1x4x5xi64>
  return %result : tensor<2x1x4x5xi64>
}
func.func @"1511 argmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t2453"}) -> (tensor<2x3x5xi64> {aic.name = "t2456"}) {
  %result = aic.argmax %0 {dim = 2} : (tensor<2x3x4x5xf64>) -> tensor<2x3x5xi64>
  return %result : tensor<2x3x5xi64>
}
func.func @"1512 argmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t2453"}) -> (tensor<2x3x4x1xi64> {aic.name = "t2457"}) {
  %result = aic.argmax %0 {dim = 3, keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<2x3x4x1xi64>
  return %result : tensor<2x3x4x1xi64>
}
func.func @"1513 argmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t2453"}) -> (tensor<i64> {aic.name = "t2458"}) {
  %result = aic.argmax %0 : (tensor<2x3x4x5xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1514 argmax"(%0: tensor<2x3x4x5xf64> {aic.name = "t2453"}) -> (tensor<1x1x1x1xi64> {aic.name = "t2459"}) {
  %result = aic.argmax %0 {keepdim = true} : (tensor<2x3x4x5xf64>) -> tensor<1x1x1x1xi64>
  return %result : tensor<1x1x1x1xi64>
}
func.func @"1515 argmax"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<4xi64> {aic.name = "t2186"}) {
  %result = aic.argmax %0 {dim = 0} : (tensor<3x4xf64>) -> tensor<4xi64>
  return %result : tensor<4xi64>
}
func.func @"1516 argmax"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x1xi64> {aic.name = "t2461"}) {
  %result = aic.argmax %0 {dim = 1, keepdim = true} : (tensor<3x4xf64>) -> tensor<3x1xi64>
  return %result : tensor<3x1xi64>
}
func.func @"1517 argmax"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<i64> {aic.name = "t2435"}) {
  %result = aic.argmax %0 : (tensor<3x4xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1518 argmax"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<1x1xi64> {aic.name = "t2462"}) {
  %result = aic.argmax %0 {keepdim = true} : (tensor<3x4xf64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1519 argmax"(%0: tensor<8x3xf64> {aic.name = "t2463"}) -> (tensor<3xi64> {aic.name = "t2464"}) {
  %result = aic.argmax %0 {dim = 0} : (tensor<8x3xf64>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"1520 argmax"(%0: tensor<8x3xf64> {aic.name = "t2463"}) -> (tensor<8x1xi64> {aic.name = "t2465"}) {
  %result = aic.argmax %0 {dim = 1, keepdim = true} : (tensor<8x3xf64>) -> tensor<8x1xi64>
  return %result : tensor<8x1xi64>
}
func.func @"1521 argmax"(%0: tensor<8x3xf64> {aic.name = "t2463"}) -> (tensor<i64> {aic.name = "t2435"}) {
  %result = aic.argmax %0 : (tensor<8x3xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1522 argmax"(%0: tensor<8x3xf64> {aic.name = "t2463"}) -> (tensor<1x1xi64> {aic.name = "t2462"}) {
  %result = aic.argmax %0 {keepdim = true} : (tensor<8x3xf64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1523 argmax"(%0: tensor<1x5xf64> {aic.name = "t2466"}) -> (tensor<5xi64> {aic.name = "t2422"}) {
  %result = aic.argmax %0 {dim = 0} : (tensor<1x5xf64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1524 argmax"(%0: tensor<1x5xf64> {aic.name = "t2466"}) -> (tensor<1x1xi64> {aic.name = "t2467"}) {
  %result = aic.argmax %0 {dim = 1, keepdim = true} : (tensor<1x5xf64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1525 argmax"(%0: tensor<1x5xf64> {aic.name = "t2466"}) -> (tensor<i64> {aic.name = "t2181"}) {
  %result = aic.argmax %0 : (tensor<1x5xf64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1526 argmax"(%0: tensor<1x5xf64> {aic.name = "t2466"}) -> (tensor<1x1xi64> {aic.name = "t2467"}) {
  %result = aic.argmax %0 {keepdim = true} : (tensor<1x5xf64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1527 argmax"(%0: tensor<f64> {aic.name = "t23"}) -> (tensor<i64> {aic.name = "t2435"}) {
  %result = aic.argmax %0 : (tensor<f64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1528 argmax"(%0: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<0xi64> {aic.name = "t2210"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<0x3xf64>) -> tensor<0xi64>
  return %result : tensor<0xi64>
}
func.func @"1529 argmax"(%0: tensor<3x7xi8> {aic.name = "t2468"}) -> (tensor<3xi64> {aic.name = "t2469"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<3x7xi8>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"1530 argmax"(%0: tensor<3x7xi8> {aic.name = "t2468"}) -> (tensor<i64> {aic.name = "t2385"}) {
  %result = aic.argmax %0 : (tensor<3x7xi8>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1531 argmax"(%0: tensor<2x3xi8> {aic.name = "t2470"}) -> (tensor<2xi64> {aic.name = "t2471"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<2x3xi8>) -> tensor<2xi64>
  return %result : tensor<2xi64>
}
func.func @"1532 argmax"(%0: tensor<3x7xui8> {aic.name = "t2472"}) -> (tensor<3xi64> {aic.name = "t2473"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<3x7xui8>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"1533 argmax"(%0: tensor<3x7xui8> {aic.name = "t2472"}) -> (tensor<i64> {aic.name = "t2385"}) {
  %result = aic.argmax %0 : (tensor<3x7xui8>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1534 argmax"(%0: tensor<2x3xui8> {aic.name = "t2474"}) -> (tensor<2xi64> {aic.name = "t2471"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<2x3xui8>) -> tensor<2xi64>
  return %result : tensor<2xi64>
}
func.func @"1535 argmax"(%0: tensor<3x7xi16> {aic.name = "t2475"}) -> (tensor<3xi64> {aic.name = "t2476"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<3x7xi16>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"1536 argmax"(%0: tensor<3x7xi16> {aic.name = "t2475"}) -> (tensor<i64> {aic.name = "t2477"}) {
  %result = aic.argmax %0 : (tensor<3x7xi16>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1537 argmax"(%0: tensor<2x3xi16> {aic.name = "t2478"}) -> (tensor<2xi64> {aic.name = "t2471"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<2x3xi16>) -> tensor<2xi64>
  return %result : tensor<2xi64>
}
func.func @"1538 argmax"(%0: tensor<3x7xi32> {aic.name = "t2479"}) -> (tensor<3xi64> {aic.name = "t2480"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<3x7xi32>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"1539 argmax"(%0: tensor<3x7xi32> {aic.name = "t2479"}) -> (tensor<i64> {aic.name = "t2481"}) {
  %result = aic.argmax %0 : (tensor<3x7xi32>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1540 argmax"(%0: tensor<2x3xi32> {aic.name = "t2482"}) -> (tensor<2xi64> {aic.name = "t2471"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<2x3xi32>) -> tensor<2xi64>
  return %result : tensor<2xi64>
}
func.func @"1541 argmax"(%0: tensor<3x7xi64> {aic.name = "t2483"}) -> (tensor<3xi64> {aic.name = "t2484"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<3x7xi64>) -> tensor<3xi64>
  return %result : tensor<3xi64>
}
func.func @"1542 argmax"(%0: tensor<3x7xi64> {aic.name = "t2483"}) -> (tensor<i64> {aic.name = "t2485"}) {
  %result = aic.argmax %0 : (tensor<3x7xi64>) -> tensor<i64>
  return %result : tensor<i64>
}
func.func @"1543 argmax"(%0: tensor<2x3xi64> {aic.name = "t2486"}) -> (tensor<2xi64> {aic.name = "t2471"}) {
  %result = aic.argmax %0 {dim = 1} : (tensor<2x3xi64>) -> tensor<2xi64>
  return %result : tensor<2xi64>
}
func.func @"1544 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}) -> (tensor<3x4xf64> {aic.name = "t2490"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1545 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}) -> (tensor<3x4xf64> {aic.name = "t2491"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1546 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}) -> (tensor<3x4xf64> {aic.name = "t2492"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.75} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1547 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<3x5xi1> {aic.name = "t2493"}) -> (tensor<3x4xf64> {aic.name = "t2494"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<3x5xi1>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1548 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<3x5xf64> {aic.name = "t2495"}) -> (tensor<3x4xf64> {aic.name = "t2496"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<3x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1549 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<1x5xi1> {aic.name = "t2497"}) -> (tensor<3x4xf64> {aic.name = "t2498"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<1x5xi1>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1550 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<1x5xf64> {aic.name = "t2499"}) -> (tensor<3x4xf64> {aic.name = "t2500"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<1x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1551 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<5xi1> {aic.name = "t2501"}) -> (tensor<3x4xf64> {aic.name = "t2502"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<5xi1>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1552 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<5xf64> {aic.name = "t2503"}) -> (tensor<3x4xf64> {aic.name = "t2504"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1553 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<3x1xi1> {aic.name = "t2505"}) -> (tensor<3x4xf64> {aic.name = "t2490"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<3x1xi1>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1554 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<3x1xf64> {aic.name = "t2506"}) -> (tensor<3x4xf64> {aic.name = "t2507"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<3x1xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1555 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<3x5xi1> {aic.name = "t2508"}) -> (tensor<3x4xf64> {aic.name = "t2509"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<3x5xi1>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1556 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<3x5xf64> {aic.name = "t2510"}) -> (tensor<3x4xf64> {aic.name = "t2511"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<3x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1557 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<1x5xi1> {aic.name = "t2512"}) -> (tensor<3x4xf64> {aic.name = "t2513"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<1x5xi1>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1558 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<1x5xf64> {aic.name = "t2514"}) -> (tensor<3x4xf64> {aic.name = "t2515"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<1x5xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1559 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<1x1xi1> {aic.name = "t2311"}) -> (tensor<3x4xf64> {aic.name = "t2516"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<1x1xi1>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1560 attention"(%0: tensor<3x4xf64> {aic.name = "t2487"}, %1: tensor<5x4xf64> {aic.name = "t2488"}, %2: tensor<5x4xf64> {aic.name = "t2489"}, %3: tensor<1x1xf64> {aic.name = "t2517"}) -> (tensor<3x4xf64> {aic.name = "t2518"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5} : (tensor<3x4xf64>, tensor<5x4xf64>, tensor<5x4xf64>, tensor<1x1xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1561 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1562 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1563 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.75} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1564 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1xi1> {aic.name = "t2522"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1xi1>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1565 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1xf64> {aic.name = "t2523"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1566 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1xi1> {aic.name = "t2522"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1xi1>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1567 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1xf64> {aic.name = "t2524"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1568 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1xi1> {aic.name = "t2525"}) -> (tensor<1x1x1xf64> {aic.name = "t2526"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1xi1>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1569 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1xf64> {aic.name = "t2527"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1570 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1xi1> {aic.name = "t2522"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1xi1>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1571 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1xf64> {aic.name = "t2528"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1572 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1x1xi1> {aic.name = "t135"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xi1>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1573 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1x1xf64> {aic.name = "t2529"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1574 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1x1xi1> {aic.name = "t135"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xi1>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1575 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1x1xf64> {aic.name = "t2530"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1576 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1x1xi1> {aic.name = "t2531"}) -> (tensor<1x1x1xf64> {aic.name = "t2526"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xi1>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1577 attention"(%0: tensor<1x1x1xf64> {aic.name = "t2519"}, %1: tensor<1x1x1xf64> {aic.name = "t2520"}, %2: tensor<1x1x1xf64> {aic.name = "t2521"}, %3: tensor<1x1x1xf64> {aic.name = "t2532"}) -> (tensor<1x1x1xf64> {aic.name = "t2521"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>, tensor<1x1x1xf64>) -> tensor<1x1x1xf64>
  return %result : tensor<1x1x1xf64>
}
func.func @"1578 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}) -> (tensor<2x5x3xf64> {aic.name = "t2536"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1579 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}) -> (tensor<2x5x3xf64> {aic.name = "t2537"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1580 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}) -> (tensor<2x5x3xf64> {aic.name = "t2538"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.75} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1581 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<5x3xi1> {aic.name = "t2539"}) -> (tensor<2x5x3xf64> {aic.name = "t2540"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<5x3xi1>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1582 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<5x3xf64> {aic.name = "t2541"}) -> (tensor<2x5x3xf64> {aic.name = "t2542"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<5x3xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1583 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<1x3xi1> {aic.name = "t2543"}) -> (tensor<2x5x3xf64> {aic.name = "t2544"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<1x3xi1>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1584 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<1x3xf64> {aic.name = "t2545"}) -> (tensor<2x5x3xf64> {aic.name = "t2546"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<1x3xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1585 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<3xi1> {aic.name = "t1347"}) -> (tensor<2x5x3xf64> {aic.name = "t2547"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<3xi1>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1586 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<3xf64> {aic.name = "t2548"}) -> (tensor<2x5x3xf64> {aic.name = "t2549"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<3xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1587 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<5x1xi1> {aic.name = "t2550"}) -> (tensor<2x5x3xf64> {aic.name = "t2536"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<5x1xi1>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1588 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<5x1xf64> {aic.name = "t2551"}) -> (tensor<2x5x3xf64> {aic.name = "t2552"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<5x1xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1589 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<2x5x3xi1> {aic.name = "t2553"}) -> (tensor<2x5x3xf64> {aic.name = "t2554"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<2x5x3xi1>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1590 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<2x5x3xf64> {aic.name = "t2555"}) -> (tensor<2x5x3xf64> {aic.name = "t2556"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<2x5x3xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1591 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<1x1x3xi1> {aic.name = "t2557"}) -> (tensor<2x5x3xf64> {aic.name = "t2536"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<1x1x3xi1>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1592 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<1x1x3xf64> {aic.name = "t2558"}) -> (tensor<2x5x3xf64> {aic.name = "t2559"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<1x1x3xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1593 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<2x1x1xi1> {aic.name = "t2560"}) -> (tensor<2x5x3xf64> {aic.name = "t2561"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<2x1x1xi1>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1594 attention"(%0: tensor<2x5x8xf64> {aic.name = "t2533"}, %1: tensor<2x3x8xf64> {aic.name = "t2534"}, %2: tensor<2x3x3xf64> {aic.name = "t2535"}, %3: tensor<2x1x1xf64> {aic.name = "t2562"}) -> (tensor<2x5x3xf64> {aic.name = "t2563"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<2x5x8xf64>, tensor<2x3x8xf64>, tensor<2x3x3xf64>, tensor<2x1x1xf64>) -> tensor<2x5x3xf64>
  return %result : tensor<2x5x3xf64>
}
func.func @"1595 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2567"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1596 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2568"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1597 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2569"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.75} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1598 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<7x7xi1> {aic.name = "t2570"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2571"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<7x7xi1>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1599 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<7x7xf64> {aic.name = "t2572"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2573"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<7x7xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1600 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<1x7xi1> {aic.name = "t2574"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2575"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<1x7xi1>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1601 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<1x7xf64> {aic.name = "t2576"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2577"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<1x7xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1602 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<7xi1> {aic.name = "t2578"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2579"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<7xi1>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1603 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<7xf64> {aic.name = "t2580"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2581"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<7xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1604 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<7x1xi1> {aic.name = "t2582"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2583"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<7x1xi1>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1605 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<7x1xf64> {aic.name = "t2584"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2585"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<7x1xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1606 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<2x3x7x7xi1> {aic.name = "t2586"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2587"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x7xi1>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1607 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<2x3x7x7xf64> {aic.name = "t2588"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2589"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x7xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1608 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<1x1x1x7xi1> {aic.name = "t2590"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2591"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<1x1x1x7xi1>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1609 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<1x1x1x7xf64> {aic.name = "t2592"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2593"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<1x1x1x7xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1610 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<2x3x1x1xi1> {aic.name = "t2594"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2595"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x1x1xi1>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1611 attention"(%0: tensor<2x3x7x5xf64> {aic.name = "t2564"}, %1: tensor<2x3x7x5xf64> {aic.name = "t2565"}, %2: tensor<2x3x7x5xf64> {aic.name = "t2566"}, %3: tensor<2x3x1x1xf64> {aic.name = "t2596"}) -> (tensor<2x3x7x5xf64> {aic.name = "t2597"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x7x5xf64>, tensor<2x3x1x1xf64>) -> tensor<2x3x7x5xf64>
  return %result : tensor<2x3x7x5xf64>
}
func.func @"1612 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2601"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1613 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2602"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1614 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2603"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.75} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1615 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<17x16xi1> {aic.name = "t2604"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2605"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<17x16xi1>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1616 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<17x16xf64> {aic.name = "t2606"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2607"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<17x16xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1617 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<1x16xi1> {aic.name = "t2608"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2609"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<1x16xi1>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1618 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<1x16xf64> {aic.name = "t2610"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2611"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<1x16xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1619 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<16xi1> {aic.name = "t2612"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2613"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<16xi1>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1620 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<16xf64> {aic.name = "t2614"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2615"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<16xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1621 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<17x1xi1> {aic.name = "t2616"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2617"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<17x1xi1>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1622 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<17x1xf64> {aic.name = "t2618"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2619"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<17x1xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1623 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<1x2x17x16xi1> {aic.name = "t2620"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2621"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x17x16xi1>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1624 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<1x2x17x16xf64> {aic.name = "t2622"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2623"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x17x16xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1625 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<1x1x1x16xi1> {aic.name = "t2624"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2625"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<1x1x1x16xi1>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1626 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<1x1x1x16xf64> {aic.name = "t2626"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2627"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<1x1x1x16xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1627 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<1x2x1x1xi1> {aic.name = "t2628"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2601"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x1x1xi1>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1628 attention"(%0: tensor<1x2x17x5xf64> {aic.name = "t2598"}, %1: tensor<1x2x16x5xf64> {aic.name = "t2599"}, %2: tensor<1x2x16x5xf64> {aic.name = "t2600"}, %3: tensor<1x2x1x1xf64> {aic.name = "t2629"}) -> (tensor<1x2x17x5xf64> {aic.name = "t2630"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.4472135954999579} : (tensor<1x2x17x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x16x5xf64>, tensor<1x2x1x1xf64>) -> tensor<1x2x17x5xf64>
  return %result : tensor<1x2x17x5xf64>
}
func.func @"1629 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2634"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1630 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2635"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1631 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2636"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.75} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1632 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<2x9xi1> {aic.name = "t2637"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2638"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<2x9xi1>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1633 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<2x9xf64> {aic.name = "t2639"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2640"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<2x9xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1634 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<1x9xi1> {aic.name = "t2641"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2642"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<1x9xi1>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1635 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<1x9xf64> {aic.name = "t2643"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2644"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<1x9xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1636 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<9xi1> {aic.name = "t2645"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2634"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<9xi1>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1637 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<9xf64> {aic.name = "t2646"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2647"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<9xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1638 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<2x1xi1> {aic.name = "t2648"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2649"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<2x1xi1>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1639 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<2x1xf64> {aic.name = "t2650"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2651"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<2x1xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1640 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<3x1x2x2x9xi1> {aic.name = "t2652"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2653"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<3x1x2x2x9xi1>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1641 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<3x1x2x2x9xf64> {aic.name = "t2654"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2655"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<3x1x2x2x9xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1642 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<1x1x1x1x9xi1> {aic.name = "t2656"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2657"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<1x1x1x1x9xi1>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1643 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<1x1x1x1x9xf64> {aic.name = "t2658"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2659"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<1x1x1x1x9xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1644 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<3x1x2x1x1xi1> {aic.name = "t2660"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2661"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<3x1x2x1x1xi1>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1645 attention"(%0: tensor<3x1x2x2x3xf64> {aic.name = "t2631"}, %1: tensor<3x1x2x9x3xf64> {aic.name = "t2632"}, %2: tensor<3x1x2x9x1xf64> {aic.name = "t2633"}, %3: tensor<3x1x2x1x1xf64> {aic.name = "t2662"}) -> (tensor<3x1x2x2x1xf64> {aic.name = "t2663"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<3x1x2x2x3xf64>, tensor<3x1x2x9x3xf64>, tensor<3x1x2x9x1xf64>, tensor<3x1x2x1x1xf64>) -> tensor<3x1x2x2x1xf64>
  return %result : tensor<3x1x2x2x1xf64>
}
func.func @"1646 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}) -> (tensor<2x66x1xf64> {aic.name = "t2667"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1647 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}) -> (tensor<2x66x1xf64> {aic.name = "t2668"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1648 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}) -> (tensor<2x66x1xf64> {aic.name = "t2669"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.75} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1649 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<66x3xi1> {aic.name = "t2670"}) -> (tensor<2x66x1xf64> {aic.name = "t2671"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<66x3xi1>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1650 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<66x3xf64> {aic.name = "t2672"}) -> (tensor<2x66x1xf64> {aic.name = "t2673"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<66x3xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1651 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<1x3xi1> {aic.name = "t2674"}) -> (tensor<2x66x1xf64> {aic.name = "t2675"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<1x3xi1>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1652 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<1x3xf64> {aic.name = "t2676"}) -> (tensor<2x66x1xf64> {aic.name = "t2677"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<1x3xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1653 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<3xi1> {aic.name = "t243"}) -> (tensor<2x66x1xf64> {aic.name = "t2678"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<3xi1>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1654 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<3xf64> {aic.name = "t2679"}) -> (tensor<2x66x1xf64> {aic.name = "t2680"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<3xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1655 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<66x1xi1> {aic.name = "t2681"}) -> (tensor<2x66x1xf64> {aic.name = "t2682"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<66x1xi1>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1656 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<66x1xf64> {aic.name = "t2683"}) -> (tensor<2x66x1xf64> {aic.name = "t2684"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<66x1xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1657 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<2x66x3xi1> {aic.name = "t2685"}) -> (tensor<2x66x1xf64> {aic.name = "t2686"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<2x66x3xi1>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1658 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<2x66x3xf64> {aic.name = "t2687"}) -> (tensor<2x66x1xf64> {aic.name = "t2688"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<2x66x3xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1659 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<1x1x3xi1> {aic.name = "t2689"}) -> (tensor<2x66x1xf64> {aic.name = "t2690"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<1x1x3xi1>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1660 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<1x1x3xf64> {aic.name = "t2691"}) -> (tensor<2x66x1xf64> {aic.name = "t2692"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<1x1x3xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1661 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<2x1x1xi1> {aic.name = "t2693"}) -> (tensor<2x66x1xf64> {aic.name = "t2667"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<2x1x1xi1>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1662 attention"(%0: tensor<2x66x1xf64> {aic.name = "t2664"}, %1: tensor<2x3x1xf64> {aic.name = "t2665"}, %2: tensor<2x3x1xf64> {aic.name = "t2666"}, %3: tensor<2x1x1xf64> {aic.name = "t2694"}) -> (tensor<2x66x1xf64> {aic.name = "t2695"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x66x1xf64>, tensor<2x3x1xf64>, tensor<2x3x1xf64>, tensor<2x1x1xf64>) -> tensor<2x66x1xf64>
  return %result : tensor<2x66x1xf64>
}
func.func @"1663 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2699"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1664 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2700"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1665 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2701"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.75} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1666 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x33xi1> {aic.name = "t2702"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2703"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x33xi1>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1667 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x33xf64> {aic.name = "t2704"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2705"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x33xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1668 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x33xi1> {aic.name = "t2706"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2707"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x33xi1>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1669 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x33xf64> {aic.name = "t2708"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2709"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x33xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1670 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<33xi1> {aic.name = "t2710"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2711"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<33xi1>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1671 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<33xf64> {aic.name = "t2712"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2700"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<33xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1672 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x1xi1> {aic.name = "t2522"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2699"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x1xi1>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1673 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x1xf64> {aic.name = "t2713"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2714"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x1xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1674 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x2x1x33xi1> {aic.name = "t2715"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2716"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x1x33xi1>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1675 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x2x1x33xf64> {aic.name = "t2717"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2718"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x1x33xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1676 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x1x1x33xi1> {aic.name = "t2719"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2720"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x1x1x33xi1>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1677 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x1x1x33xf64> {aic.name = "t2721"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2722"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x1x1x33xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1678 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x2x1x1xi1> {aic.name = "t2723"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2724"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x1x1xi1>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1679 attention"(%0: tensor<1x2x1x8xf64> {aic.name = "t2696"}, %1: tensor<1x2x33x8xf64> {aic.name = "t2697"}, %2: tensor<1x2x33x8xf64> {aic.name = "t2698"}, %3: tensor<1x2x1x1xf64> {aic.name = "t2725"}) -> (tensor<1x2x1x8xf64> {aic.name = "t2726"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.35355339059327373} : (tensor<1x2x1x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x33x8xf64>, tensor<1x2x1x1xf64>) -> tensor<1x2x1x8xf64>
  return %result : tensor<1x2x1x8xf64>
}
func.func @"1680 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2728"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2729"}, %3: tensor<2x1x4x6xi1> {aic.name = "t2730"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2731"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>, tensor<2x1x4x6xi1>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1681 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2728"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2729"}, %3: tensor<2x1x4x6xi1> {aic.name = "t2730"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2732"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {causal = true, scale = 0.5773502691896258} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>, tensor<2x1x4x6xi1>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1682 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2728"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2729"}, %3: tensor<2x1x4x6xf64> {aic.name = "t2733"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2731"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>, tensor<2x1x4x6xf64>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1683 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2728"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2729"}, %3: tensor<2x1x4x6xf64> {aic.name = "t2734"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2735"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 1.0} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>, tensor<2x1x4x6xf64>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1684 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2728"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2729"}, %3: tensor<2x1x1x6xi1> {aic.name = "t2736"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2737"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 mask %3 {scale = 0.5773502691896258} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>, tensor<2x1x1x6xi1>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1685 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2738"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2739"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2729"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2740"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.5773502691896258} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1686 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2728"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2729"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2741"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.0} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1687 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2728"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2729"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2742"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = -2.0} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1688 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2728"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2743"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2744"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {scale = 0.5773502691896258} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1689 attention"(%0: tensor<2x2x4x3xf64> {aic.name = "t2727"}, %1: tensor<2x2x6x3xf64> {aic.name = "t2745"}, %2: tensor<2x2x6x3xf64> {aic.name = "t2743"}) -> (tensor<2x2x4x3xf64> {aic.name = "t2746"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 {causal = true, scale = 0.5773502691896258} : (tensor<2x2x4x3xf64>, tensor<2x2x6x3xf64>, tensor<2x2x6x3xf64>) -> tensor<2x2x4x3xf64>
  return %result : tensor<2x2x4x3xf64>
}
func.func @"1690 attention"(%0: tensor<0x2x2xf64> {aic.name = "t1196"}, %1: tensor<0x3x2xf64> {aic.name = "t2747"}, %2: tensor<0x3x2xf64> {aic.name = "t2747"}) -> (tensor<0x2x2xf64> {aic.name = "t1196"}) {
  %result = aic.attention %0, %1, %2 {scale = 1.0} : (tensor<0x2x2xf64>, tensor<0x3x2xf64>, tensor<0x3x2xf64>) -> tensor<0x2x2xf64>
  return %result : tensor<0x2x2xf64>
}
func.func @"1691 attention"(%0: tensor<2x0x2xf64> {aic.name = "t2748"}, %1: tensor<2x3x2xf64> {aic.name = "t2749"}, %2: tensor<2x3x2xf64> {aic.name = "t2750"}) -> (tensor<2x0x2xf64> {aic.name = "t2748"}) {
  %result = aic.attention %0, %1, %2 {scale = 1.0} : (tensor<2x0x2xf64>, tensor<2x3x2xf64>, tensor<2x3x2xf64>) -> tensor<2x0x2xf64>
  return %result : tensor<2x0x2xf64>
}
func.func @"1692 attention"(%0: tensor<2x3x4xf64> {aic.name = "t2751"}, %1: tensor<2x5x4xf64> {aic.name = "t2752"}, %2: tensor<2x5x0xf64> {aic.name = "t2753"}) -> (tensor<2x3x0xf64> {aic.name = "t2754"}) {
  %result = aic.attention %0, %1, %2 {scale = 1.0} : (tensor<2x3x4xf64>, tensor<2x5x4xf64>, tensor<2x5x0xf64>) -> tensor<2x3x0xf64>
  return %result : tensor<2x3x0xf64>
}
func.func @"1693 lstm"(%0: tensor<1x1x1xf64> {aic.name = "t2755"}, %1: tensor<4x1xf64> {aic.name = "t2756"}, %2: tensor<4x1xf64> {aic.name = "t2757"}, %3: tensor<4xf64> {aic.name = "t2758"}, %4: tensor<4xf64> {aic.name = "t2759"}, %5: tensor<1x1xf64> {aic.name = "t2760"}, %6: tensor<1x1xf64> {aic.name = "t2761"}) -> (tensor<1x1x1xf64> {aic.name = "t2762"}, tensor<1x1xf64> {aic.name = "t2763"}, tensor<1x1xf64> {aic.name = "t2764"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_ih %3 b_hh %4 h0 %5 c0 %6 : (tensor<1x1x1xf64>, tensor<4x1xf64>, tensor<4x1xf64>, tensor<4xf64>, tensor<4xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1, %result#2 : tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>
}
func.func @"1694 recurrence lstm"(%0: tensor<1x1x1xf64> {aic.name = "t2755"}, %1: tensor<4x1xf64> {aic.name = "t2756"}, %2: tensor<4xf64> {aic.name = "t2765"}, %3: tensor<4x1xf64> {aic.name = "t2757"}, %4: tensor<1x1xf64> {aic.name = "t2760"}, %5: tensor<1x1xf64> {aic.name = "t2761"}) -> (tensor<1x1x1xf64> {aic.name = "t2762"}, tensor<1x1xf64> {aic.name = "t2763"}, tensor<1x1xf64> {aic.name = "t2764"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x1x1xf64>, tensor<4x1xf64>, tensor<4xf64>) -> tensor<1x1x4xf64>
  %result:3 = aic.recurrence lstm %projected, %3 h0 %4 c0 %5 : (tensor<1x1x4xf64>, tensor<4x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1, %result#2 : tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>
}
func.func @"1695 lstm"(%0: tensor<2x5x3xf64> {aic.name = "t2766"}, %1: tensor<16x3xf64> {aic.name = "t2767"}, %2: tensor<16x4xf64> {aic.name = "t2768"}, %3: tensor<16xf64> {aic.name = "t2769"}, %4: tensor<16xf64> {aic.name = "t2770"}, %5: tensor<2x4xf64> {aic.name = "t2771"}, %6: tensor<2x4xf64> {aic.name = "t2772"}) -> (tensor<2x5x4xf64> {aic.name = "t2773"}, tensor<2x4xf64> {aic.name = "t2774"}, tensor<2x4xf64> {aic.name = "t2775"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_ih %3 b_hh %4 h0 %5 c0 %6 : (tensor<2x5x3xf64>, tensor<16x3xf64>, tensor<16x4xf64>, tensor<16xf64>, tensor<16xf64>, tensor<2x4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1, %result#2 : tensor<2x5x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>
}
func.func @"1696 recurrence lstm"(%0: tensor<2x5x3xf64> {aic.name = "t2766"}, %1: tensor<16x3xf64> {aic.name = "t2767"}, %2: tensor<16xf64> {aic.name = "t2776"}, %3: tensor<16x4xf64> {aic.name = "t2768"}, %4: tensor<2x4xf64> {aic.name = "t2771"}, %5: tensor<2x4xf64> {aic.name = "t2772"}) -> (tensor<2x5x4xf64> {aic.name = "t2773"}, tensor<2x4xf64> {aic.name = "t2774"}, tensor<2x4xf64> {aic.name = "t2775"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x5x3xf64>, tensor<16x3xf64>, tensor<16xf64>) -> tensor<2x5x16xf64>
  %result:3 = aic.recurrence lstm %projected, %3 h0 %4 c0 %5 : (tensor<2x5x16xf64>, tensor<16x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1, %result#2 : tensor<2x5x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>
}
func.func @"1697 lstm"(%0: tensor<3x4x5xf64> {aic.name = "t2777"}, %1: tensor<28x5xf64> {aic.name = "t2778"}, %2: tensor<28x7xf64> {aic.name = "t2779"}) -> (tensor<3x4x7xf64> {aic.name = "t2780"}, tensor<3x7xf64> {aic.name = "t2781"}, tensor<3x7xf64> {aic.name = "t2782"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 : (tensor<3x4x5xf64>, tensor<28x5xf64>, tensor<28x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1, %result#2 : tensor<3x4x7xf64>, tensor<3x7xf64>, tensor<3x7xf64>
}
func.func @"1698 recurrence lstm"(%0: tensor<3x4x5xf64> {aic.name = "t2777"}, %1: tensor<28x5xf64> {aic.name = "t2778"}, %2: tensor<28xf64> {aic.name = "t2783"}, %3: tensor<28x7xf64> {aic.name = "t2779"}) -> (tensor<3x4x7xf64> {aic.name = "t2780"}, tensor<3x7xf64> {aic.name = "t2781"}, tensor<3x7xf64> {aic.name = "t2782"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x4x5xf64>, tensor<28x5xf64>, tensor<28xf64>) -> tensor<3x4x28xf64>
  %result:3 = aic.recurrence lstm %projected, %3 : (tensor<3x4x28xf64>, tensor<28x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1, %result#2 : tensor<3x4x7xf64>, tensor<3x7xf64>, tensor<3x7xf64>
}
func.func @"1699 lstm"(%0: tensor<2x3x6xf64> {aic.name = "t2784"}, %1: tensor<8x6xf64> {aic.name = "t2785"}, %2: tensor<8x2xf64> {aic.name = "t2786"}, %3: tensor<8xf64> {aic.name = "t2787"}, %4: tensor<2x2xf64> {aic.name = "t2788"}) -> (tensor<2x3x2xf64> {aic.name = "t2789"}, tensor<2x2xf64> {aic.name = "t2790"}, tensor<2x2xf64> {aic.name = "t2791"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_ih %3 h0 %4 : (tensor<2x3x6xf64>, tensor<8x6xf64>, tensor<8x2xf64>, tensor<8xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1, %result#2 : tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>
}
func.func @"1700 recurrence lstm"(%0: tensor<2x3x6xf64> {aic.name = "t2784"}, %1: tensor<8x6xf64> {aic.name = "t2785"}, %2: tensor<8xf64> {aic.name = "t2787"}, %3: tensor<8x2xf64> {aic.name = "t2786"}, %4: tensor<2x2xf64> {aic.name = "t2788"}) -> (tensor<2x3x2xf64> {aic.name = "t2789"}, tensor<2x2xf64> {aic.name = "t2790"}, tensor<2x2xf64> {aic.name = "t2791"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x3x6xf64>, tensor<8x6xf64>, tensor<8xf64>) -> tensor<2x3x8xf64>
  %result:3 = aic.recurrence lstm %projected, %3 h0 %4 : (tensor<2x3x8xf64>, tensor<8x2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1, %result#2 : tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>
}
func.func @"1701 lstm"(%0: tensor<1x9x2xf64> {aic.name = "t2792"}, %1: tensor<20x2xf64> {aic.name = "t2793"}, %2: tensor<20x5xf64> {aic.name = "t2794"}, %3: tensor<20xf64> {aic.name = "t2795"}, %4: tensor<1x5xf64> {aic.name = "t2796"}) -> (tensor<1x9x5xf64> {aic.name = "t2797"}, tensor<1x5xf64> {aic.name = "t2798"}, tensor<1x5xf64> {aic.name = "t2799"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_hh %3 c0 %4 : (tensor<1x9x2xf64>, tensor<20x2xf64>, tensor<20x5xf64>, tensor<20xf64>, tensor<1x5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1, %result#2 : tensor<1x9x5xf64>, tensor<1x5xf64>, tensor<1x5xf64>
}
func.func @"1702 recurrence lstm"(%0: tensor<1x9x2xf64> {aic.name = "t2792"}, %1: tensor<20x2xf64> {aic.name = "t2793"}, %2: tensor<20xf64> {aic.name = "t2795"}, %3: tensor<20x5xf64> {aic.name = "t2794"}, %4: tensor<1x5xf64> {aic.name = "t2796"}) -> (tensor<1x9x5xf64> {aic.name = "t2797"}, tensor<1x5xf64> {aic.name = "t2798"}, tensor<1x5xf64> {aic.name = "t2799"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x9x2xf64>, tensor<20x2xf64>, tensor<20xf64>) -> tensor<1x9x20xf64>
  %result:3 = aic.recurrence lstm %projected, %3 c0 %4 : (tensor<1x9x20xf64>, tensor<20x5xf64>, tensor<1x5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1, %result#2 : tensor<1x9x5xf64>, tensor<1x5xf64>, tensor<1x5xf64>
}
func.func @"1703 lstm"(%0: tensor<1x1x1xf64> {aic.name = "t2800"}, %1: tensor<4x1xf64> {aic.name = "t2801"}, %2: tensor<4x1xf64> {aic.name = "t2802"}, %3: tensor<4xf64> {aic.name = "t2803"}, %4: tensor<4xf64> {aic.name = "t2804"}, %5: tensor<1x1xf64> {aic.name = "t2805"}, %6: tensor<1x1xf64> {aic.name = "t2806"}) -> (tensor<1x1x1xf64> {aic.name = "t2807"}, tensor<1x1xf64> {aic.name = "t2808"}, tensor<1x1xf64> {aic.name = "t2809"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_ih %3 b_hh %4 h0 %5 c0 %6 {reverse = true} : (tensor<1x1x1xf64>, tensor<4x1xf64>, tensor<4x1xf64>, tensor<4xf64>, tensor<4xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1, %result#2 : tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>
}
func.func @"1704 recurrence lstm"(%0: tensor<1x1x1xf64> {aic.name = "t2800"}, %1: tensor<4x1xf64> {aic.name = "t2801"}, %2: tensor<4xf64> {aic.name = "t2810"}, %3: tensor<4x1xf64> {aic.name = "t2802"}, %4: tensor<1x1xf64> {aic.name = "t2805"}, %5: tensor<1x1xf64> {aic.name = "t2806"}) -> (tensor<1x1x1xf64> {aic.name = "t2807"}, tensor<1x1xf64> {aic.name = "t2808"}, tensor<1x1xf64> {aic.name = "t2809"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x1x1xf64>, tensor<4x1xf64>, tensor<4xf64>) -> tensor<1x1x4xf64>
  %result:3 = aic.recurrence lstm %projected, %3 h0 %4 c0 %5 {reverse = true} : (tensor<1x1x4xf64>, tensor<4x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1, %result#2 : tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>
}
func.func @"1705 lstm"(%0: tensor<2x5x3xf64> {aic.name = "t2811"}, %1: tensor<16x3xf64> {aic.name = "t2812"}, %2: tensor<16x4xf64> {aic.name = "t2813"}, %3: tensor<16xf64> {aic.name = "t2814"}, %4: tensor<16xf64> {aic.name = "t2815"}, %5: tensor<2x4xf64> {aic.name = "t2816"}, %6: tensor<2x4xf64> {aic.name = "t2817"}) -> (tensor<2x5x4xf64> {aic.name = "t2818"}, tensor<2x4xf64> {aic.name = "t2819"}, tensor<2x4xf64> {aic.name = "t2820"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_ih %3 b_hh %4 h0 %5 c0 %6 {reverse = true} : (tensor<2x5x3xf64>, tensor<16x3xf64>, tensor<16x4xf64>, tensor<16xf64>, tensor<16xf64>, tensor<2x4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1, %result#2 : tensor<2x5x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>
}
func.func @"1706 recurrence lstm"(%0: tensor<2x5x3xf64> {aic.name = "t2811"}, %1: tensor<16x3xf64> {aic.name = "t2812"}, %2: tensor<16xf64> {aic.name = "t2821"}, %3: tensor<16x4xf64> {aic.name = "t2813"}, %4: tensor<2x4xf64> {aic.name = "t2816"}, %5: tensor<2x4xf64> {aic.name = "t2817"}) -> (tensor<2x5x4xf64> {aic.name = "t2818"}, tensor<2x4xf64> {aic.name = "t2819"}, tensor<2x4xf64> {aic.name = "t2820"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x5x3xf64>, tensor<16x3xf64>, tensor<16xf64>) -> tensor<2x5x16xf64>
  %result:3 = aic.recurrence lstm %projected, %3 h0 %4 c0 %5 {reverse = true} : (tensor<2x5x16xf64>, tensor<16x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1, %result#2 : tensor<2x5x4xf64>, tensor<2x4xf64>, tensor<2x4xf64>
}
func.func @"1707 lstm"(%0: tensor<3x4x5xf64> {aic.name = "t2822"}, %1: tensor<28x5xf64> {aic.name = "t2823"}, %2: tensor<28x7xf64> {aic.name = "t2824"}) -> (tensor<3x4x7xf64> {aic.name = "t2825"}, tensor<3x7xf64> {aic.name = "t2826"}, tensor<3x7xf64> {aic.name = "t2827"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 {reverse = true} : (tensor<3x4x5xf64>, tensor<28x5xf64>, tensor<28x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1, %result#2 : tensor<3x4x7xf64>, tensor<3x7xf64>, tensor<3x7xf64>
}
func.func @"1708 recurrence lstm"(%0: tensor<3x4x5xf64> {aic.name = "t2822"}, %1: tensor<28x5xf64> {aic.name = "t2823"}, %2: tensor<28xf64> {aic.name = "t2783"}, %3: tensor<28x7xf64> {aic.name = "t2824"}) -> (tensor<3x4x7xf64> {aic.name = "t2825"}, tensor<3x7xf64> {aic.name = "t2826"}, tensor<3x7xf64> {aic.name = "t2827"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x4x5xf64>, tensor<28x5xf64>, tensor<28xf64>) -> tensor<3x4x28xf64>
  %result:3 = aic.recurrence lstm %projected, %3 {reverse = true} : (tensor<3x4x28xf64>, tensor<28x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1, %result#2 : tensor<3x4x7xf64>, tensor<3x7xf64>, tensor<3x7xf64>
}
func.func @"1709 lstm"(%0: tensor<2x3x6xf64> {aic.name = "t2828"}, %1: tensor<8x6xf64> {aic.name = "t2829"}, %2: tensor<8x2xf64> {aic.name = "t2830"}, %3: tensor<8xf64> {aic.name = "t2831"}, %4: tensor<2x2xf64> {aic.name = "t2832"}) -> (tensor<2x3x2xf64> {aic.name = "t2833"}, tensor<2x2xf64> {aic.name = "t2834"}, tensor<2x2xf64> {aic.name = "t2835"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_ih %3 h0 %4 {reverse = true} : (tensor<2x3x6xf64>, tensor<8x6xf64>, tensor<8x2xf64>, tensor<8xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1, %result#2 : tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>
}
func.func @"1710 recurrence lstm"(%0: tensor<2x3x6xf64> {aic.name = "t2828"}, %1: tensor<8x6xf64> {aic.name = "t2829"}, %2: tensor<8xf64> {aic.name = "t2831"}, %3: tensor<8x2xf64> {aic.name = "t2830"}, %4: tensor<2x2xf64> {aic.name = "t2832"}) -> (tensor<2x3x2xf64> {aic.name = "t2833"}, tensor<2x2xf64> {aic.name = "t2834"}, tensor<2x2xf64> {aic.name = "t2835"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x3x6xf64>, tensor<8x6xf64>, tensor<8xf64>) -> tensor<2x3x8xf64>
  %result:3 = aic.recurrence lstm %projected, %3 h0 %4 {reverse = true} : (tensor<2x3x8xf64>, tensor<8x2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1, %result#2 : tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>
}
func.func @"1711 lstm"(%0: tensor<1x9x2xf64> {aic.name = "t2836"}, %1: tensor<20x2xf64> {aic.name = "t2837"}, %2: tensor<20x5xf64> {aic.name = "t2838"}, %3: tensor<20xf64> {aic.name = "t2839"}, %4: tensor<1x5xf64> {aic.name = "t2840"}) -> (tensor<1x9x5xf64> {aic.name = "t2841"}, tensor<1x5xf64> {aic.name = "t2842"}, tensor<1x5xf64> {aic.name = "t2843"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_hh %3 c0 %4 {reverse = true} : (tensor<1x9x2xf64>, tensor<20x2xf64>, tensor<20x5xf64>, tensor<20xf64>, tensor<1x5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1, %result#2 : tensor<1x9x5xf64>, tensor<1x5xf64>, tensor<1x5xf64>
}
func.func @"1712 recurrence lstm"(%0: tensor<1x9x2xf64> {aic.name = "t2836"}, %1: tensor<20x2xf64> {aic.name = "t2837"}, %2: tensor<20xf64> {aic.name = "t2839"}, %3: tensor<20x5xf64> {aic.name = "t2838"}, %4: tensor<1x5xf64> {aic.name = "t2840"}) -> (tensor<1x9x5xf64> {aic.name = "t2841"}, tensor<1x5xf64> {aic.name = "t2842"}, tensor<1x5xf64> {aic.name = "t2843"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x9x2xf64>, tensor<20x2xf64>, tensor<20xf64>) -> tensor<1x9x20xf64>
  %result:3 = aic.recurrence lstm %projected, %3 c0 %4 {reverse = true} : (tensor<1x9x20xf64>, tensor<20x5xf64>, tensor<1x5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1, %result#2 : tensor<1x9x5xf64>, tensor<1x5xf64>, tensor<1x5xf64>
}
func.func @"1713 lstm"(%0: tensor<3x11x16xf64> {aic.name = "t2844"}, %1: tensor<36x16xf64> {aic.name = "t2845"}, %2: tensor<36x9xf64> {aic.name = "t2846"}, %3: tensor<36xf64> {aic.name = "t2847"}, %4: tensor<36xf64> {aic.name = "t2848"}) -> (tensor<3x11x9xf64> {aic.name = "t2849"}, tensor<3x9xf64> {aic.name = "t2850"}, tensor<3x9xf64> {aic.name = "t2851"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_ih %3 b_hh %4 {reverse = true} : (tensor<3x11x16xf64>, tensor<36x16xf64>, tensor<36x9xf64>, tensor<36xf64>, tensor<36xf64>) -> (tensor<3x11x9xf64>, tensor<3x9xf64>, tensor<3x9xf64>)
  return %result#0, %result#1, %result#2 : tensor<3x11x9xf64>, tensor<3x9xf64>, tensor<3x9xf64>
}
func.func @"1714 recurrence lstm"(%0: tensor<3x11x16xf64> {aic.name = "t2844"}, %1: tensor<36x16xf64> {aic.name = "t2845"}, %2: tensor<36xf64> {aic.name = "t2852"}, %3: tensor<36x9xf64> {aic.name = "t2846"}) -> (tensor<3x11x9xf64> {aic.name = "t2849"}, tensor<3x9xf64> {aic.name = "t2850"}, tensor<3x9xf64> {aic.name = "t2851"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x11x16xf64>, tensor<36x16xf64>, tensor<36xf64>) -> tensor<3x11x36xf64>
  %result:3 = aic.recurrence lstm %projected, %3 {reverse = true} : (tensor<3x11x36xf64>, tensor<36x9xf64>) -> (tensor<3x11x9xf64>, tensor<3x9xf64>, tensor<3x9xf64>)
  return %result#0, %result#1, %result#2 : tensor<3x11x9xf64>, tensor<3x9xf64>, tensor<3x9xf64>
}
func.func @"1715 gru"(%0: tensor<1x1x1xf64> {aic.name = "t2853"}, %1: tensor<3x1xf64> {aic.name = "t2854"}, %2: tensor<3x1xf64> {aic.name = "t2855"}, %3: tensor<3xf64> {aic.name = "t2856"}, %4: tensor<3xf64> {aic.name = "t2857"}, %5: tensor<1x1xf64> {aic.name = "t2858"}) -> (tensor<1x1x1xf64> {aic.name = "t2859"}, tensor<1x1xf64> {aic.name = "t2860"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_ih %3 b_hh %4 h0 %5 : (tensor<1x1x1xf64>, tensor<3x1xf64>, tensor<3x1xf64>, tensor<3xf64>, tensor<3xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1716 recurrence gru"(%0: tensor<1x1x1xf64> {aic.name = "t2853"}, %1: tensor<3x1xf64> {aic.name = "t2854"}, %2: tensor<3xf64> {aic.name = "t2861"}, %3: tensor<3x1xf64> {aic.name = "t2855"}, %4: tensor<1xf64> {aic.name = "t2862"}, %5: tensor<1x1xf64> {aic.name = "t2858"}) -> (tensor<1x1x1xf64> {aic.name = "t2859"}, tensor<1x1xf64> {aic.name = "t2860"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x1x1xf64>, tensor<3x1xf64>, tensor<3xf64>) -> tensor<1x1x3xf64>
  %result:2 = aic.recurrence gru %projected, %3 b_n %4 h0 %5 : (tensor<1x1x3xf64>, tensor<3x1xf64>, tensor<1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1717 gru"(%0: tensor<2x5x3xf64> {aic.name = "t2863"}, %1: tensor<12x3xf64> {aic.name = "t2864"}, %2: tensor<12x4xf64> {aic.name = "t2865"}, %3: tensor<12xf64> {aic.name = "t2866"}, %4: tensor<12xf64> {aic.name = "t2867"}, %5: tensor<2x4xf64> {aic.name = "t2868"}) -> (tensor<2x5x4xf64> {aic.name = "t2869"}, tensor<2x4xf64> {aic.name = "t2870"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_ih %3 b_hh %4 h0 %5 : (tensor<2x5x3xf64>, tensor<12x3xf64>, tensor<12x4xf64>, tensor<12xf64>, tensor<12xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1718 recurrence gru"(%0: tensor<2x5x3xf64> {aic.name = "t2863"}, %1: tensor<12x3xf64> {aic.name = "t2864"}, %2: tensor<12xf64> {aic.name = "t2871"}, %3: tensor<12x4xf64> {aic.name = "t2865"}, %4: tensor<4xf64> {aic.name = "t2872"}, %5: tensor<2x4xf64> {aic.name = "t2868"}) -> (tensor<2x5x4xf64> {aic.name = "t2869"}, tensor<2x4xf64> {aic.name = "t2870"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x5x3xf64>, tensor<12x3xf64>, tensor<12xf64>) -> tensor<2x5x12xf64>
  %result:2 = aic.recurrence gru %projected, %3 b_n %4 h0 %5 : (tensor<2x5x12xf64>, tensor<12x4xf64>, tensor<4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1719 gru"(%0: tensor<3x4x5xf64> {aic.name = "t2873"}, %1: tensor<21x5xf64> {aic.name = "t2874"}, %2: tensor<21x7xf64> {aic.name = "t2875"}) -> (tensor<3x4x7xf64> {aic.name = "t2876"}, tensor<3x7xf64> {aic.name = "t2877"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 : (tensor<3x4x5xf64>, tensor<21x5xf64>, tensor<21x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1720 recurrence gru"(%0: tensor<3x4x5xf64> {aic.name = "t2873"}, %1: tensor<21x5xf64> {aic.name = "t2874"}, %2: tensor<21xf64> {aic.name = "t2878"}, %3: tensor<21x7xf64> {aic.name = "t2875"}) -> (tensor<3x4x7xf64> {aic.name = "t2876"}, tensor<3x7xf64> {aic.name = "t2877"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x4x5xf64>, tensor<21x5xf64>, tensor<21xf64>) -> tensor<3x4x21xf64>
  %result:2 = aic.recurrence gru %projected, %3 : (tensor<3x4x21xf64>, tensor<21x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1721 gru"(%0: tensor<2x3x6xf64> {aic.name = "t2879"}, %1: tensor<6x6xf64> {aic.name = "t2880"}, %2: tensor<6x2xf64> {aic.name = "t2881"}, %3: tensor<6xf64> {aic.name = "t2882"}, %4: tensor<2x2xf64> {aic.name = "t2883"}) -> (tensor<2x3x2xf64> {aic.name = "t2884"}, tensor<2x2xf64> {aic.name = "t2885"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_ih %3 h0 %4 : (tensor<2x3x6xf64>, tensor<6x6xf64>, tensor<6x2xf64>, tensor<6xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1722 recurrence gru"(%0: tensor<2x3x6xf64> {aic.name = "t2879"}, %1: tensor<6x6xf64> {aic.name = "t2880"}, %2: tensor<6xf64> {aic.name = "t2882"}, %3: tensor<6x2xf64> {aic.name = "t2881"}, %4: tensor<2x2xf64> {aic.name = "t2883"}) -> (tensor<2x3x2xf64> {aic.name = "t2884"}, tensor<2x2xf64> {aic.name = "t2885"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x3x6xf64>, tensor<6x6xf64>, tensor<6xf64>) -> tensor<2x3x6xf64>
  %result:2 = aic.recurrence gru %projected, %3 h0 %4 : (tensor<2x3x6xf64>, tensor<6x2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1723 gru"(%0: tensor<1x9x2xf64> {aic.name = "t2886"}, %1: tensor<15x2xf64> {aic.name = "t2887"}, %2: tensor<15x5xf64> {aic.name = "t2888"}, %3: tensor<15xf64> {aic.name = "t2889"}) -> (tensor<1x9x5xf64> {aic.name = "t2890"}, tensor<1x5xf64> {aic.name = "t2891"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_hh %3 : (tensor<1x9x2xf64>, tensor<15x2xf64>, tensor<15x5xf64>, tensor<15xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1724 recurrence gru"(%0: tensor<1x9x2xf64> {aic.name = "t2886"}, %1: tensor<15x2xf64> {aic.name = "t2887"}, %2: tensor<15xf64> {aic.name = "t2892"}, %3: tensor<15x5xf64> {aic.name = "t2888"}, %4: tensor<5xf64> {aic.name = "t2893"}) -> (tensor<1x9x5xf64> {aic.name = "t2890"}, tensor<1x5xf64> {aic.name = "t2891"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x9x2xf64>, tensor<15x2xf64>, tensor<15xf64>) -> tensor<1x9x15xf64>
  %result:2 = aic.recurrence gru %projected, %3 b_n %4 : (tensor<1x9x15xf64>, tensor<15x5xf64>, tensor<5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1725 gru"(%0: tensor<1x1x1xf64> {aic.name = "t2894"}, %1: tensor<3x1xf64> {aic.name = "t2895"}, %2: tensor<3x1xf64> {aic.name = "t2896"}, %3: tensor<3xf64> {aic.name = "t2897"}, %4: tensor<3xf64> {aic.name = "t2898"}, %5: tensor<1x1xf64> {aic.name = "t2899"}) -> (tensor<1x1x1xf64> {aic.name = "t2900"}, tensor<1x1xf64> {aic.name = "t2901"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_ih %3 b_hh %4 h0 %5 {reverse = true} : (tensor<1x1x1xf64>, tensor<3x1xf64>, tensor<3x1xf64>, tensor<3xf64>, tensor<3xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1726 recurrence gru"(%0: tensor<1x1x1xf64> {aic.name = "t2894"}, %1: tensor<3x1xf64> {aic.name = "t2895"}, %2: tensor<3xf64> {aic.name = "t2902"}, %3: tensor<3x1xf64> {aic.name = "t2896"}, %4: tensor<1xf64> {aic.name = "t2903"}, %5: tensor<1x1xf64> {aic.name = "t2899"}) -> (tensor<1x1x1xf64> {aic.name = "t2900"}, tensor<1x1xf64> {aic.name = "t2901"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x1x1xf64>, tensor<3x1xf64>, tensor<3xf64>) -> tensor<1x1x3xf64>
  %result:2 = aic.recurrence gru %projected, %3 b_n %4 h0 %5 {reverse = true} : (tensor<1x1x3xf64>, tensor<3x1xf64>, tensor<1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1727 gru"(%0: tensor<2x5x3xf64> {aic.name = "t2904"}, %1: tensor<12x3xf64> {aic.name = "t2905"}, %2: tensor<12x4xf64> {aic.name = "t2906"}, %3: tensor<12xf64> {aic.name = "t2907"}, %4: tensor<12xf64> {aic.name = "t2908"}, %5: tensor<2x4xf64> {aic.name = "t2909"}) -> (tensor<2x5x4xf64> {aic.name = "t2910"}, tensor<2x4xf64> {aic.name = "t2911"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_ih %3 b_hh %4 h0 %5 {reverse = true} : (tensor<2x5x3xf64>, tensor<12x3xf64>, tensor<12x4xf64>, tensor<12xf64>, tensor<12xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1728 recurrence gru"(%0: tensor<2x5x3xf64> {aic.name = "t2904"}, %1: tensor<12x3xf64> {aic.name = "t2905"}, %2: tensor<12xf64> {aic.name = "t2912"}, %3: tensor<12x4xf64> {aic.name = "t2906"}, %4: tensor<4xf64> {aic.name = "t2913"}, %5: tensor<2x4xf64> {aic.name = "t2909"}) -> (tensor<2x5x4xf64> {aic.name = "t2910"}, tensor<2x4xf64> {aic.name = "t2911"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x5x3xf64>, tensor<12x3xf64>, tensor<12xf64>) -> tensor<2x5x12xf64>
  %result:2 = aic.recurrence gru %projected, %3 b_n %4 h0 %5 {reverse = true} : (tensor<2x5x12xf64>, tensor<12x4xf64>, tensor<4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1729 gru"(%0: tensor<3x4x5xf64> {aic.name = "t2914"}, %1: tensor<21x5xf64> {aic.name = "t2915"}, %2: tensor<21x7xf64> {aic.name = "t2916"}) -> (tensor<3x4x7xf64> {aic.name = "t2917"}, tensor<3x7xf64> {aic.name = "t2918"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 {reverse = true} : (tensor<3x4x5xf64>, tensor<21x5xf64>, tensor<21x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1730 recurrence gru"(%0: tensor<3x4x5xf64> {aic.name = "t2914"}, %1: tensor<21x5xf64> {aic.name = "t2915"}, %2: tensor<21xf64> {aic.name = "t2878"}, %3: tensor<21x7xf64> {aic.name = "t2916"}) -> (tensor<3x4x7xf64> {aic.name = "t2917"}, tensor<3x7xf64> {aic.name = "t2918"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x4x5xf64>, tensor<21x5xf64>, tensor<21xf64>) -> tensor<3x4x21xf64>
  %result:2 = aic.recurrence gru %projected, %3 {reverse = true} : (tensor<3x4x21xf64>, tensor<21x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1731 gru"(%0: tensor<2x3x6xf64> {aic.name = "t2919"}, %1: tensor<6x6xf64> {aic.name = "t2920"}, %2: tensor<6x2xf64> {aic.name = "t2921"}, %3: tensor<6xf64> {aic.name = "t2922"}, %4: tensor<2x2xf64> {aic.name = "t2923"}) -> (tensor<2x3x2xf64> {aic.name = "t2924"}, tensor<2x2xf64> {aic.name = "t2925"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_ih %3 h0 %4 {reverse = true} : (tensor<2x3x6xf64>, tensor<6x6xf64>, tensor<6x2xf64>, tensor<6xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1732 recurrence gru"(%0: tensor<2x3x6xf64> {aic.name = "t2919"}, %1: tensor<6x6xf64> {aic.name = "t2920"}, %2: tensor<6xf64> {aic.name = "t2922"}, %3: tensor<6x2xf64> {aic.name = "t2921"}, %4: tensor<2x2xf64> {aic.name = "t2923"}) -> (tensor<2x3x2xf64> {aic.name = "t2924"}, tensor<2x2xf64> {aic.name = "t2925"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x3x6xf64>, tensor<6x6xf64>, tensor<6xf64>) -> tensor<2x3x6xf64>
  %result:2 = aic.recurrence gru %projected, %3 h0 %4 {reverse = true} : (tensor<2x3x6xf64>, tensor<6x2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1733 gru"(%0: tensor<1x9x2xf64> {aic.name = "t2926"}, %1: tensor<15x2xf64> {aic.name = "t2927"}, %2: tensor<15x5xf64> {aic.name = "t2928"}, %3: tensor<15xf64> {aic.name = "t2929"}) -> (tensor<1x9x5xf64> {aic.name = "t2930"}, tensor<1x5xf64> {aic.name = "t2931"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_hh %3 {reverse = true} : (tensor<1x9x2xf64>, tensor<15x2xf64>, tensor<15x5xf64>, tensor<15xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1734 recurrence gru"(%0: tensor<1x9x2xf64> {aic.name = "t2926"}, %1: tensor<15x2xf64> {aic.name = "t2927"}, %2: tensor<15xf64> {aic.name = "t2932"}, %3: tensor<15x5xf64> {aic.name = "t2928"}, %4: tensor<5xf64> {aic.name = "t2933"}) -> (tensor<1x9x5xf64> {aic.name = "t2930"}, tensor<1x5xf64> {aic.name = "t2931"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x9x2xf64>, tensor<15x2xf64>, tensor<15xf64>) -> tensor<1x9x15xf64>
  %result:2 = aic.recurrence gru %projected, %3 b_n %4 {reverse = true} : (tensor<1x9x15xf64>, tensor<15x5xf64>, tensor<5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1735 gru"(%0: tensor<3x11x16xf64> {aic.name = "t2934"}, %1: tensor<27x16xf64> {aic.name = "t2935"}, %2: tensor<27x9xf64> {aic.name = "t2936"}, %3: tensor<27xf64> {aic.name = "t2937"}, %4: tensor<27xf64> {aic.name = "t2938"}) -> (tensor<3x11x9xf64> {aic.name = "t2939"}, tensor<3x9xf64> {aic.name = "t2940"}) attributes {summed} {
  %result:2 = aic.gru %0, %1, %2 b_ih %3 b_hh %4 {reverse = true} : (tensor<3x11x16xf64>, tensor<27x16xf64>, tensor<27x9xf64>, tensor<27xf64>, tensor<27xf64>) -> (tensor<3x11x9xf64>, tensor<3x9xf64>)
  return %result#0, %result#1 : tensor<3x11x9xf64>, tensor<3x9xf64>
}
func.func @"1736 recurrence gru"(%0: tensor<3x11x16xf64> {aic.name = "t2934"}, %1: tensor<27x16xf64> {aic.name = "t2935"}, %2: tensor<27xf64> {aic.name = "t2941"}, %3: tensor<27x9xf64> {aic.name = "t2936"}, %4: tensor<9xf64> {aic.name = "t2942"}) -> (tensor<3x11x9xf64> {aic.name = "t2939"}, tensor<3x9xf64> {aic.name = "t2940"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x11x16xf64>, tensor<27x16xf64>, tensor<27xf64>) -> tensor<3x11x27xf64>
  %result:2 = aic.recurrence gru %projected, %3 b_n %4 {reverse = true} : (tensor<3x11x27xf64>, tensor<27x9xf64>, tensor<9xf64>) -> (tensor<3x11x9xf64>, tensor<3x9xf64>)
  return %result#0, %result#1 : tensor<3x11x9xf64>, tensor<3x9xf64>
}
func.func @"1737 rnn"(%0: tensor<1x1x1xf64> {aic.name = "t2943"}, %1: tensor<1x1xf64> {aic.name = "t2944"}, %2: tensor<1x1xf64> {aic.name = "t2945"}, %3: tensor<1xf64> {aic.name = "t2946"}, %4: tensor<1xf64> {aic.name = "t2947"}, %5: tensor<1x1xf64> {aic.name = "t2948"}) -> (tensor<1x1x1xf64> {aic.name = "t2949"}, tensor<1x1xf64> {aic.name = "t2950"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 h0 %5 : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>, tensor<1xf64>, tensor<1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1738 recurrence rnn_tanh"(%0: tensor<1x1x1xf64> {aic.name = "t2943"}, %1: tensor<1x1xf64> {aic.name = "t2944"}, %2: tensor<1xf64> {aic.name = "t2951"}, %3: tensor<1x1xf64> {aic.name = "t2945"}, %4: tensor<1x1xf64> {aic.name = "t2948"}) -> (tensor<1x1x1xf64> {aic.name = "t2949"}, tensor<1x1xf64> {aic.name = "t2950"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 h0 %4 : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1739 rnn"(%0: tensor<2x5x3xf64> {aic.name = "t2952"}, %1: tensor<4x3xf64> {aic.name = "t2953"}, %2: tensor<4x4xf64> {aic.name = "t2954"}, %3: tensor<4xf64> {aic.name = "t2955"}, %4: tensor<4xf64> {aic.name = "t2956"}, %5: tensor<2x4xf64> {aic.name = "t2957"}) -> (tensor<2x5x4xf64> {aic.name = "t2958"}, tensor<2x4xf64> {aic.name = "t2959"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 h0 %5 : (tensor<2x5x3xf64>, tensor<4x3xf64>, tensor<4x4xf64>, tensor<4xf64>, tensor<4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1740 recurrence rnn_tanh"(%0: tensor<2x5x3xf64> {aic.name = "t2952"}, %1: tensor<4x3xf64> {aic.name = "t2953"}, %2: tensor<4xf64> {aic.name = "t2960"}, %3: tensor<4x4xf64> {aic.name = "t2954"}, %4: tensor<2x4xf64> {aic.name = "t2957"}) -> (tensor<2x5x4xf64> {aic.name = "t2958"}, tensor<2x4xf64> {aic.name = "t2959"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x5x3xf64>, tensor<4x3xf64>, tensor<4xf64>) -> tensor<2x5x4xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 h0 %4 : (tensor<2x5x4xf64>, tensor<4x4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1741 rnn"(%0: tensor<3x4x5xf64> {aic.name = "t2961"}, %1: tensor<7x5xf64> {aic.name = "t2962"}, %2: tensor<7x7xf64> {aic.name = "t2963"}) -> (tensor<3x4x7xf64> {aic.name = "t2964"}, tensor<3x7xf64> {aic.name = "t2965"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 : (tensor<3x4x5xf64>, tensor<7x5xf64>, tensor<7x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1742 recurrence rnn_tanh"(%0: tensor<3x4x5xf64> {aic.name = "t2961"}, %1: tensor<7x5xf64> {aic.name = "t2962"}, %2: tensor<7xf64> {aic.name = "t2966"}, %3: tensor<7x7xf64> {aic.name = "t2963"}) -> (tensor<3x4x7xf64> {aic.name = "t2964"}, tensor<3x7xf64> {aic.name = "t2965"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x4x5xf64>, tensor<7x5xf64>, tensor<7xf64>) -> tensor<3x4x7xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 : (tensor<3x4x7xf64>, tensor<7x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1743 rnn"(%0: tensor<2x3x6xf64> {aic.name = "t2967"}, %1: tensor<2x6xf64> {aic.name = "t2968"}, %2: tensor<2x2xf64> {aic.name = "t2969"}, %3: tensor<2xf64> {aic.name = "t2970"}, %4: tensor<2x2xf64> {aic.name = "t2971"}) -> (tensor<2x3x2xf64> {aic.name = "t2972"}, tensor<2x2xf64> {aic.name = "t2973"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 h0 %4 : (tensor<2x3x6xf64>, tensor<2x6xf64>, tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1744 recurrence rnn_tanh"(%0: tensor<2x3x6xf64> {aic.name = "t2967"}, %1: tensor<2x6xf64> {aic.name = "t2968"}, %2: tensor<2xf64> {aic.name = "t2970"}, %3: tensor<2x2xf64> {aic.name = "t2969"}, %4: tensor<2x2xf64> {aic.name = "t2971"}) -> (tensor<2x3x2xf64> {aic.name = "t2972"}, tensor<2x2xf64> {aic.name = "t2973"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x3x6xf64>, tensor<2x6xf64>, tensor<2xf64>) -> tensor<2x3x2xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 h0 %4 : (tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1745 rnn"(%0: tensor<1x9x2xf64> {aic.name = "t2974"}, %1: tensor<5x2xf64> {aic.name = "t2975"}, %2: tensor<5x5xf64> {aic.name = "t2976"}, %3: tensor<5xf64> {aic.name = "t2977"}) -> (tensor<1x9x5xf64> {aic.name = "t2978"}, tensor<1x5xf64> {aic.name = "t2979"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_hh %3 : (tensor<1x9x2xf64>, tensor<5x2xf64>, tensor<5x5xf64>, tensor<5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1746 recurrence rnn_tanh"(%0: tensor<1x9x2xf64> {aic.name = "t2974"}, %1: tensor<5x2xf64> {aic.name = "t2975"}, %2: tensor<5xf64> {aic.name = "t2977"}, %3: tensor<5x5xf64> {aic.name = "t2976"}) -> (tensor<1x9x5xf64> {aic.name = "t2978"}, tensor<1x5xf64> {aic.name = "t2979"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x9x2xf64>, tensor<5x2xf64>, tensor<5xf64>) -> tensor<1x9x5xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 : (tensor<1x9x5xf64>, tensor<5x5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1747 rnn"(%0: tensor<1x1x1xf64> {aic.name = "t2980"}, %1: tensor<1x1xf64> {aic.name = "t2981"}, %2: tensor<1x1xf64> {aic.name = "t2982"}, %3: tensor<1xf64> {aic.name = "t2983"}, %4: tensor<1xf64> {aic.name = "t2984"}, %5: tensor<1x1xf64> {aic.name = "t2985"}) -> (tensor<1x1x1xf64> {aic.name = "t2986"}, tensor<1x1xf64> {aic.name = "t2987"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 h0 %5 {reverse = true} : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>, tensor<1xf64>, tensor<1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1748 recurrence rnn_tanh"(%0: tensor<1x1x1xf64> {aic.name = "t2980"}, %1: tensor<1x1xf64> {aic.name = "t2981"}, %2: tensor<1xf64> {aic.name = "t2988"}, %3: tensor<1x1xf64> {aic.name = "t2982"}, %4: tensor<1x1xf64> {aic.name = "t2985"}) -> (tensor<1x1x1xf64> {aic.name = "t2986"}, tensor<1x1xf64> {aic.name = "t2987"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 h0 %4 {reverse = true} : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1749 rnn"(%0: tensor<2x5x3xf64> {aic.name = "t2989"}, %1: tensor<4x3xf64> {aic.name = "t2990"}, %2: tensor<4x4xf64> {aic.name = "t2991"}, %3: tensor<4xf64> {aic.name = "t2992"}, %4: tensor<4xf64> {aic.name = "t2993"}, %5: tensor<2x4xf64> {aic.name = "t2994"}) -> (tensor<2x5x4xf64> {aic.name = "t2995"}, tensor<2x4xf64> {aic.name = "t2996"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 h0 %5 {reverse = true} : (tensor<2x5x3xf64>, tensor<4x3xf64>, tensor<4x4xf64>, tensor<4xf64>, tensor<4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1750 recurrence rnn_tanh"(%0: tensor<2x5x3xf64> {aic.name = "t2989"}, %1: tensor<4x3xf64> {aic.name = "t2990"}, %2: tensor<4xf64> {aic.name = "t2997"}, %3: tensor<4x4xf64> {aic.name = "t2991"}, %4: tensor<2x4xf64> {aic.name = "t2994"}) -> (tensor<2x5x4xf64> {aic.name = "t2995"}, tensor<2x4xf64> {aic.name = "t2996"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x5x3xf64>, tensor<4x3xf64>, tensor<4xf64>) -> tensor<2x5x4xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 h0 %4 {reverse = true} : (tensor<2x5x4xf64>, tensor<4x4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1751 rnn"(%0: tensor<3x4x5xf64> {aic.name = "t2998"}, %1: tensor<7x5xf64> {aic.name = "t2999"}, %2: tensor<7x7xf64> {aic.name = "t3000"}) -> (tensor<3x4x7xf64> {aic.name = "t3001"}, tensor<3x7xf64> {aic.name = "t3002"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 {reverse = true} : (tensor<3x4x5xf64>, tensor<7x5xf64>, tensor<7x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1752 recurrence rnn_tanh"(%0: tensor<3x4x5xf64> {aic.name = "t2998"}, %1: tensor<7x5xf64> {aic.name = "t2999"}, %2: tensor<7xf64> {aic.name = "t2966"}, %3: tensor<7x7xf64> {aic.name = "t3000"}) -> (tensor<3x4x7xf64> {aic.name = "t3001"}, tensor<3x7xf64> {aic.name = "t3002"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x4x5xf64>, tensor<7x5xf64>, tensor<7xf64>) -> tensor<3x4x7xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 {reverse = true} : (tensor<3x4x7xf64>, tensor<7x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1753 rnn"(%0: tensor<2x3x6xf64> {aic.name = "t3003"}, %1: tensor<2x6xf64> {aic.name = "t3004"}, %2: tensor<2x2xf64> {aic.name = "t3005"}, %3: tensor<2xf64> {aic.name = "t3006"}, %4: tensor<2x2xf64> {aic.name = "t3007"}) -> (tensor<2x3x2xf64> {aic.name = "t3008"}, tensor<2x2xf64> {aic.name = "t3009"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 h0 %4 {reverse = true} : (tensor<2x3x6xf64>, tensor<2x6xf64>, tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1754 recurrence rnn_tanh"(%0: tensor<2x3x6xf64> {aic.name = "t3003"}, %1: tensor<2x6xf64> {aic.name = "t3004"}, %2: tensor<2xf64> {aic.name = "t3006"}, %3: tensor<2x2xf64> {aic.name = "t3005"}, %4: tensor<2x2xf64> {aic.name = "t3007"}) -> (tensor<2x3x2xf64> {aic.name = "t3008"}, tensor<2x2xf64> {aic.name = "t3009"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x3x6xf64>, tensor<2x6xf64>, tensor<2xf64>) -> tensor<2x3x2xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 h0 %4 {reverse = true} : (tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1755 rnn"(%0: tensor<1x9x2xf64> {aic.name = "t3010"}, %1: tensor<5x2xf64> {aic.name = "t3011"}, %2: tensor<5x5xf64> {aic.name = "t3012"}, %3: tensor<5xf64> {aic.name = "t3013"}) -> (tensor<1x9x5xf64> {aic.name = "t3014"}, tensor<1x5xf64> {aic.name = "t3015"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_hh %3 {reverse = true} : (tensor<1x9x2xf64>, tensor<5x2xf64>, tensor<5x5xf64>, tensor<5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1756 recurrence rnn_tanh"(%0: tensor<1x9x2xf64> {aic.name = "t3010"}, %1: tensor<5x2xf64> {aic.name = "t3011"}, %2: tensor<5xf64> {aic.name = "t3013"}, %3: tensor<5x5xf64> {aic.name = "t3012"}) -> (tensor<1x9x5xf64> {aic.name = "t3014"}, tensor<1x5xf64> {aic.name = "t3015"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x9x2xf64>, tensor<5x2xf64>, tensor<5xf64>) -> tensor<1x9x5xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 {reverse = true} : (tensor<1x9x5xf64>, tensor<5x5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1757 rnn"(%0: tensor<3x11x16xf64> {aic.name = "t3016"}, %1: tensor<9x16xf64> {aic.name = "t3017"}, %2: tensor<9x9xf64> {aic.name = "t3018"}, %3: tensor<9xf64> {aic.name = "t3019"}, %4: tensor<9xf64> {aic.name = "t3020"}) -> (tensor<3x11x9xf64> {aic.name = "t3021"}, tensor<3x9xf64> {aic.name = "t3022"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 {reverse = true} : (tensor<3x11x16xf64>, tensor<9x16xf64>, tensor<9x9xf64>, tensor<9xf64>, tensor<9xf64>) -> (tensor<3x11x9xf64>, tensor<3x9xf64>)
  return %result#0, %result#1 : tensor<3x11x9xf64>, tensor<3x9xf64>
}
func.func @"1758 recurrence rnn_tanh"(%0: tensor<3x11x16xf64> {aic.name = "t3016"}, %1: tensor<9x16xf64> {aic.name = "t3017"}, %2: tensor<9xf64> {aic.name = "t3023"}, %3: tensor<9x9xf64> {aic.name = "t3018"}) -> (tensor<3x11x9xf64> {aic.name = "t3021"}, tensor<3x9xf64> {aic.name = "t3022"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x11x16xf64>, tensor<9x16xf64>, tensor<9xf64>) -> tensor<3x11x9xf64>
  %result:2 = aic.recurrence rnn_tanh %projected, %3 {reverse = true} : (tensor<3x11x9xf64>, tensor<9x9xf64>) -> (tensor<3x11x9xf64>, tensor<3x9xf64>)
  return %result#0, %result#1 : tensor<3x11x9xf64>, tensor<3x9xf64>
}
func.func @"1759 rnn"(%0: tensor<1x1x1xf64> {aic.name = "t3024"}, %1: tensor<1x1xf64> {aic.name = "t3025"}, %2: tensor<1x1xf64> {aic.name = "t3026"}, %3: tensor<1xf64> {aic.name = "t3027"}, %4: tensor<1xf64> {aic.name = "t3028"}, %5: tensor<1x1xf64> {aic.name = "t3029"}) -> (tensor<1x1x1xf64> {aic.name = "t3030"}, tensor<1x1xf64> {aic.name = "t3031"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 h0 %5 {relu = true} : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>, tensor<1xf64>, tensor<1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1760 recurrence rnn_relu"(%0: tensor<1x1x1xf64> {aic.name = "t3024"}, %1: tensor<1x1xf64> {aic.name = "t3025"}, %2: tensor<1xf64> {aic.name = "t3032"}, %3: tensor<1x1xf64> {aic.name = "t3026"}, %4: tensor<1x1xf64> {aic.name = "t3029"}) -> (tensor<1x1x1xf64> {aic.name = "t3030"}, tensor<1x1xf64> {aic.name = "t3031"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 h0 %4 : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1761 rnn"(%0: tensor<2x5x3xf64> {aic.name = "t3033"}, %1: tensor<4x3xf64> {aic.name = "t3034"}, %2: tensor<4x4xf64> {aic.name = "t3035"}, %3: tensor<4xf64> {aic.name = "t3036"}, %4: tensor<4xf64> {aic.name = "t3037"}, %5: tensor<2x4xf64> {aic.name = "t3038"}) -> (tensor<2x5x4xf64> {aic.name = "t3039"}, tensor<2x4xf64> {aic.name = "t3040"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 h0 %5 {relu = true} : (tensor<2x5x3xf64>, tensor<4x3xf64>, tensor<4x4xf64>, tensor<4xf64>, tensor<4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1762 recurrence rnn_relu"(%0: tensor<2x5x3xf64> {aic.name = "t3033"}, %1: tensor<4x3xf64> {aic.name = "t3034"}, %2: tensor<4xf64> {aic.name = "t3041"}, %3: tensor<4x4xf64> {aic.name = "t3035"}, %4: tensor<2x4xf64> {aic.name = "t3038"}) -> (tensor<2x5x4xf64> {aic.name = "t3039"}, tensor<2x4xf64> {aic.name = "t3040"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x5x3xf64>, tensor<4x3xf64>, tensor<4xf64>) -> tensor<2x5x4xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 h0 %4 : (tensor<2x5x4xf64>, tensor<4x4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1763 rnn"(%0: tensor<3x4x5xf64> {aic.name = "t3042"}, %1: tensor<7x5xf64> {aic.name = "t3043"}, %2: tensor<7x7xf64> {aic.name = "t3044"}) -> (tensor<3x4x7xf64> {aic.name = "t3045"}, tensor<3x7xf64> {aic.name = "t3046"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 {relu = true} : (tensor<3x4x5xf64>, tensor<7x5xf64>, tensor<7x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1764 recurrence rnn_relu"(%0: tensor<3x4x5xf64> {aic.name = "t3042"}, %1: tensor<7x5xf64> {aic.name = "t3043"}, %2: tensor<7xf64> {aic.name = "t2966"}, %3: tensor<7x7xf64> {aic.name = "t3044"}) -> (tensor<3x4x7xf64> {aic.name = "t3045"}, tensor<3x7xf64> {aic.name = "t3046"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x4x5xf64>, tensor<7x5xf64>, tensor<7xf64>) -> tensor<3x4x7xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 : (tensor<3x4x7xf64>, tensor<7x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1765 rnn"(%0: tensor<2x3x6xf64> {aic.name = "t3047"}, %1: tensor<2x6xf64> {aic.name = "t3048"}, %2: tensor<2x2xf64> {aic.name = "t3049"}, %3: tensor<2xf64> {aic.name = "t3050"}, %4: tensor<2x2xf64> {aic.name = "t3051"}) -> (tensor<2x3x2xf64> {aic.name = "t3052"}, tensor<2x2xf64> {aic.name = "t3053"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 h0 %4 {relu = true} : (tensor<2x3x6xf64>, tensor<2x6xf64>, tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1766 recurrence rnn_relu"(%0: tensor<2x3x6xf64> {aic.name = "t3047"}, %1: tensor<2x6xf64> {aic.name = "t3048"}, %2: tensor<2xf64> {aic.name = "t3050"}, %3: tensor<2x2xf64> {aic.name = "t3049"}, %4: tensor<2x2xf64> {aic.name = "t3051"}) -> (tensor<2x3x2xf64> {aic.name = "t3052"}, tensor<2x2xf64> {aic.name = "t3053"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x3x6xf64>, tensor<2x6xf64>, tensor<2xf64>) -> tensor<2x3x2xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 h0 %4 : (tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1767 rnn"(%0: tensor<1x9x2xf64> {aic.name = "t3054"}, %1: tensor<5x2xf64> {aic.name = "t3055"}, %2: tensor<5x5xf64> {aic.name = "t3056"}, %3: tensor<5xf64> {aic.name = "t3057"}) -> (tensor<1x9x5xf64> {aic.name = "t3058"}, tensor<1x5xf64> {aic.name = "t3059"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_hh %3 {relu = true} : (tensor<1x9x2xf64>, tensor<5x2xf64>, tensor<5x5xf64>, tensor<5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1768 recurrence rnn_relu"(%0: tensor<1x9x2xf64> {aic.name = "t3054"}, %1: tensor<5x2xf64> {aic.name = "t3055"}, %2: tensor<5xf64> {aic.name = "t3057"}, %3: tensor<5x5xf64> {aic.name = "t3056"}) -> (tensor<1x9x5xf64> {aic.name = "t3058"}, tensor<1x5xf64> {aic.name = "t3059"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x9x2xf64>, tensor<5x2xf64>, tensor<5xf64>) -> tensor<1x9x5xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 : (tensor<1x9x5xf64>, tensor<5x5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1769 rnn"(%0: tensor<1x1x1xf64> {aic.name = "t3060"}, %1: tensor<1x1xf64> {aic.name = "t3061"}, %2: tensor<1x1xf64> {aic.name = "t3062"}, %3: tensor<1xf64> {aic.name = "t3063"}, %4: tensor<1xf64> {aic.name = "t3064"}, %5: tensor<1x1xf64> {aic.name = "t3065"}) -> (tensor<1x1x1xf64> {aic.name = "t3066"}, tensor<1x1xf64> {aic.name = "t3067"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 h0 %5 {reverse = true, relu = true} : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>, tensor<1xf64>, tensor<1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1770 recurrence rnn_relu"(%0: tensor<1x1x1xf64> {aic.name = "t3060"}, %1: tensor<1x1xf64> {aic.name = "t3061"}, %2: tensor<1xf64> {aic.name = "t3068"}, %3: tensor<1x1xf64> {aic.name = "t3062"}, %4: tensor<1x1xf64> {aic.name = "t3065"}) -> (tensor<1x1x1xf64> {aic.name = "t3066"}, tensor<1x1xf64> {aic.name = "t3067"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1xf64>) -> tensor<1x1x1xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 h0 %4 {reverse = true} : (tensor<1x1x1xf64>, tensor<1x1xf64>, tensor<1x1xf64>) -> (tensor<1x1x1xf64>, tensor<1x1xf64>)
  return %result#0, %result#1 : tensor<1x1x1xf64>, tensor<1x1xf64>
}
func.func @"1771 rnn"(%0: tensor<2x5x3xf64> {aic.name = "t3069"}, %1: tensor<4x3xf64> {aic.name = "t3070"}, %2: tensor<4x4xf64> {aic.name = "t3071"}, %3: tensor<4xf64> {aic.name = "t3072"}, %4: tensor<4xf64> {aic.name = "t3073"}, %5: tensor<2x4xf64> {aic.name = "t3074"}) -> (tensor<2x5x4xf64> {aic.name = "t3075"}, tensor<2x4xf64> {aic.name = "t3076"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 h0 %5 {reverse = true, relu = true} : (tensor<2x5x3xf64>, tensor<4x3xf64>, tensor<4x4xf64>, tensor<4xf64>, tensor<4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1772 recurrence rnn_relu"(%0: tensor<2x5x3xf64> {aic.name = "t3069"}, %1: tensor<4x3xf64> {aic.name = "t3070"}, %2: tensor<4xf64> {aic.name = "t3077"}, %3: tensor<4x4xf64> {aic.name = "t3071"}, %4: tensor<2x4xf64> {aic.name = "t3074"}) -> (tensor<2x5x4xf64> {aic.name = "t3075"}, tensor<2x4xf64> {aic.name = "t3076"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x5x3xf64>, tensor<4x3xf64>, tensor<4xf64>) -> tensor<2x5x4xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 h0 %4 {reverse = true} : (tensor<2x5x4xf64>, tensor<4x4xf64>, tensor<2x4xf64>) -> (tensor<2x5x4xf64>, tensor<2x4xf64>)
  return %result#0, %result#1 : tensor<2x5x4xf64>, tensor<2x4xf64>
}
func.func @"1773 rnn"(%0: tensor<3x4x5xf64> {aic.name = "t3078"}, %1: tensor<7x5xf64> {aic.name = "t3079"}, %2: tensor<7x7xf64> {aic.name = "t3080"}) -> (tensor<3x4x7xf64> {aic.name = "t3081"}, tensor<3x7xf64> {aic.name = "t3082"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 {reverse = true, relu = true} : (tensor<3x4x5xf64>, tensor<7x5xf64>, tensor<7x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1774 recurrence rnn_relu"(%0: tensor<3x4x5xf64> {aic.name = "t3078"}, %1: tensor<7x5xf64> {aic.name = "t3079"}, %2: tensor<7xf64> {aic.name = "t2966"}, %3: tensor<7x7xf64> {aic.name = "t3080"}) -> (tensor<3x4x7xf64> {aic.name = "t3081"}, tensor<3x7xf64> {aic.name = "t3082"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x4x5xf64>, tensor<7x5xf64>, tensor<7xf64>) -> tensor<3x4x7xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 {reverse = true} : (tensor<3x4x7xf64>, tensor<7x7xf64>) -> (tensor<3x4x7xf64>, tensor<3x7xf64>)
  return %result#0, %result#1 : tensor<3x4x7xf64>, tensor<3x7xf64>
}
func.func @"1775 rnn"(%0: tensor<2x3x6xf64> {aic.name = "t3083"}, %1: tensor<2x6xf64> {aic.name = "t3084"}, %2: tensor<2x2xf64> {aic.name = "t3085"}, %3: tensor<2xf64> {aic.name = "t3086"}, %4: tensor<2x2xf64> {aic.name = "t3087"}) -> (tensor<2x3x2xf64> {aic.name = "t3088"}, tensor<2x2xf64> {aic.name = "t3089"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 h0 %4 {reverse = true, relu = true} : (tensor<2x3x6xf64>, tensor<2x6xf64>, tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1776 recurrence rnn_relu"(%0: tensor<2x3x6xf64> {aic.name = "t3083"}, %1: tensor<2x6xf64> {aic.name = "t3084"}, %2: tensor<2xf64> {aic.name = "t3086"}, %3: tensor<2x2xf64> {aic.name = "t3085"}, %4: tensor<2x2xf64> {aic.name = "t3087"}) -> (tensor<2x3x2xf64> {aic.name = "t3088"}, tensor<2x2xf64> {aic.name = "t3089"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<2x3x6xf64>, tensor<2x6xf64>, tensor<2xf64>) -> tensor<2x3x2xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 h0 %4 {reverse = true} : (tensor<2x3x2xf64>, tensor<2x2xf64>, tensor<2x2xf64>) -> (tensor<2x3x2xf64>, tensor<2x2xf64>)
  return %result#0, %result#1 : tensor<2x3x2xf64>, tensor<2x2xf64>
}
func.func @"1777 rnn"(%0: tensor<1x9x2xf64> {aic.name = "t3090"}, %1: tensor<5x2xf64> {aic.name = "t3091"}, %2: tensor<5x5xf64> {aic.name = "t3092"}, %3: tensor<5xf64> {aic.name = "t3093"}) -> (tensor<1x9x5xf64> {aic.name = "t3094"}, tensor<1x5xf64> {aic.name = "t3095"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_hh %3 {reverse = true, relu = true} : (tensor<1x9x2xf64>, tensor<5x2xf64>, tensor<5x5xf64>, tensor<5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1778 recurrence rnn_relu"(%0: tensor<1x9x2xf64> {aic.name = "t3090"}, %1: tensor<5x2xf64> {aic.name = "t3091"}, %2: tensor<5xf64> {aic.name = "t3093"}, %3: tensor<5x5xf64> {aic.name = "t3092"}) -> (tensor<1x9x5xf64> {aic.name = "t3094"}, tensor<1x5xf64> {aic.name = "t3095"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<1x9x2xf64>, tensor<5x2xf64>, tensor<5xf64>) -> tensor<1x9x5xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 {reverse = true} : (tensor<1x9x5xf64>, tensor<5x5xf64>) -> (tensor<1x9x5xf64>, tensor<1x5xf64>)
  return %result#0, %result#1 : tensor<1x9x5xf64>, tensor<1x5xf64>
}
func.func @"1779 rnn"(%0: tensor<3x11x16xf64> {aic.name = "t3096"}, %1: tensor<9x16xf64> {aic.name = "t3097"}, %2: tensor<9x9xf64> {aic.name = "t3098"}, %3: tensor<9xf64> {aic.name = "t3099"}, %4: tensor<9xf64> {aic.name = "t3100"}) -> (tensor<3x11x9xf64> {aic.name = "t3101"}, tensor<3x9xf64> {aic.name = "t3102"}) attributes {summed} {
  %result:2 = aic.rnn %0, %1, %2 b_ih %3 b_hh %4 {reverse = true, relu = true} : (tensor<3x11x16xf64>, tensor<9x16xf64>, tensor<9x9xf64>, tensor<9xf64>, tensor<9xf64>) -> (tensor<3x11x9xf64>, tensor<3x9xf64>)
  return %result#0, %result#1 : tensor<3x11x9xf64>, tensor<3x9xf64>
}
func.func @"1780 recurrence rnn_relu"(%0: tensor<3x11x16xf64> {aic.name = "t3096"}, %1: tensor<9x16xf64> {aic.name = "t3097"}, %2: tensor<9xf64> {aic.name = "t3103"}, %3: tensor<9x9xf64> {aic.name = "t3098"}) -> (tensor<3x11x9xf64> {aic.name = "t3101"}, tensor<3x9xf64> {aic.name = "t3102"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<3x11x16xf64>, tensor<9x16xf64>, tensor<9xf64>) -> tensor<3x11x9xf64>
  %result:2 = aic.recurrence rnn_relu %projected, %3 {reverse = true} : (tensor<3x11x9xf64>, tensor<9x9xf64>) -> (tensor<3x11x9xf64>, tensor<3x9xf64>)
  return %result#0, %result#1 : tensor<3x11x9xf64>, tensor<3x9xf64>
}
func.func @"1781 lstm"(%0: tensor<67x3x2xf64> {aic.name = "t3104"}, %1: tensor<12x2xf64> {aic.name = "t3105"}, %2: tensor<12x3xf64> {aic.name = "t3106"}, %3: tensor<12xf64> {aic.name = "t3107"}, %4: tensor<12xf64> {aic.name = "t3108"}, %5: tensor<67x3xf64> {aic.name = "t3109"}, %6: tensor<67x3xf64> {aic.name = "t3110"}) -> (tensor<67x3x3xf64> {aic.name = "t3111"}, tensor<67x3xf64> {aic.name = "t3112"}, tensor<67x3xf64> {aic.name = "t3113"}) attributes {summed} {
  %result:3 = aic.lstm %0, %1, %2 b_ih %3 b_hh %4 h0 %5 c0 %6 : (tensor<67x3x2xf64>, tensor<12x2xf64>, tensor<12x3xf64>, tensor<12xf64>, tensor<12xf64>, tensor<67x3xf64>, tensor<67x3xf64>) -> (tensor<67x3x3xf64>, tensor<67x3xf64>, tensor<67x3xf64>)
  return %result#0, %result#1, %result#2 : tensor<67x3x3xf64>, tensor<67x3xf64>, tensor<67x3xf64>
}
func.func @"1782 recurrence lstm"(%0: tensor<67x3x2xf64> {aic.name = "t3104"}, %1: tensor<12x2xf64> {aic.name = "t3105"}, %2: tensor<12xf64> {aic.name = "t3114"}, %3: tensor<12x3xf64> {aic.name = "t3106"}, %4: tensor<67x3xf64> {aic.name = "t3109"}, %5: tensor<67x3xf64> {aic.name = "t3110"}) -> (tensor<67x3x3xf64> {aic.name = "t3111"}, tensor<67x3xf64> {aic.name = "t3112"}, tensor<67x3xf64> {aic.name = "t3113"}) attributes {summed} {
  %projected = aic.linear %0, %1, %2 : (tensor<67x3x2xf64>, tensor<12x2xf64>, tensor<12xf64>) -> tensor<67x3x12xf64>
  %result:3 = aic.recurrence lstm %projected, %3 h0 %4 c0 %5 : (tensor<67x3x12xf64>, tensor<12x3xf64>, tensor<67x3xf64>, tensor<67x3xf64>) -> (tensor<67x3x3xf64>, tensor<67x3xf64>, tensor<67x3xf64>)
  return %result#0, %result#1, %result#2 : tensor<67x3x3xf64>, tensor<67x3xf64>, tensor<67x3xf64>
}
func.func @"1783 scatter"(%0: tensor<5xf64> {aic.name = "t3115"}, %1: tensor<3xi64> {aic.name = "t3116"}, %2: tensor<3xf64> {aic.name = "t3117"}) -> (tensor<5xf64> {aic.name = "t3118"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xf64>, tensor<3xi64>, tensor<3xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1784 scatter"(%0: tensor<5xf64> {aic.name = "t3115"}, %1: tensor<3xi32> {aic.name = "t3119"}, %2: tensor<3xf64> {aic.name = "t3117"}) -> (tensor<5xf64> {aic.name = "t3120"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<5xf64>, tensor<3xi32>, tensor<3xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1785 scatter"(%0: tensor<5xf64> {aic.name = "t3115"}, %1: tensor<3xi32> {aic.name = "t3119"}, %2: tensor<3xf64> {aic.name = "t3117"}) -> (tensor<5xf64> {aic.name = "t3121"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<5xf64>, tensor<3xi32>, tensor<3xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1786 scatter"(%0: tensor<5xf64> {aic.name = "t3115"}, %1: tensor<3xi32> {aic.name = "t3119"}, %2: tensor<3xf64> {aic.name = "t3117"}) -> (tensor<5xf64> {aic.name = "t3122"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<5xf64>, tensor<3xi32>, tensor<3xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1787 scatter"(%0: tensor<5xf64> {aic.name = "t3115"}, %1: tensor<3xi32> {aic.name = "t3119"}, %2: tensor<3xf64> {aic.name = "t3117"}) -> (tensor<5xf64> {aic.name = "t3123"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<5xf64>, tensor<3xi32>, tensor<3xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1788 scatter"(%0: tensor<5xi1> {aic.name = "t1383"}, %1: tensor<3xi64> {aic.name = "t3124"}, %2: tensor<3xi1> {aic.name = "t2226"}) -> (tensor<5xi1> {aic.name = "t1383"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xi1>, tensor<3xi64>, tensor<3xi1>) -> tensor<5xi1>
  return %result : tensor<5xi1>
}
func.func @"1789 scatter"(%0: tensor<5xui8> {aic.name = "t3125"}, %1: tensor<3xi64> {aic.name = "t3126"}, %2: tensor<3xui8> {aic.name = "t3127"}) -> (tensor<5xui8> {aic.name = "t3128"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xui8>, tensor<3xi64>, tensor<3xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1790 scatter"(%0: tensor<5xui8> {aic.name = "t3125"}, %1: tensor<3xi32> {aic.name = "t3129"}, %2: tensor<3xui8> {aic.name = "t3127"}) -> (tensor<5xui8> {aic.name = "t3130"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<5xui8>, tensor<3xi32>, tensor<3xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1791 scatter"(%0: tensor<5xui8> {aic.name = "t3125"}, %1: tensor<3xi32> {aic.name = "t3129"}, %2: tensor<3xui8> {aic.name = "t3127"}) -> (tensor<5xui8> {aic.name = "t3131"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<5xui8>, tensor<3xi32>, tensor<3xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1792 scatter"(%0: tensor<5xui8> {aic.name = "t3125"}, %1: tensor<3xi32> {aic.name = "t3129"}, %2: tensor<3xui8> {aic.name = "t3127"}) -> (tensor<5xui8> {aic.name = "t3132"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<5xui8>, tensor<3xi32>, tensor<3xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1793 scatter"(%0: tensor<5xui8> {aic.name = "t3125"}, %1: tensor<3xi32> {aic.name = "t3129"}, %2: tensor<3xui8> {aic.name = "t3127"}) -> (tensor<5xui8> {aic.name = "t3133"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<5xui8>, tensor<3xi32>, tensor<3xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1794 scatter"(%0: tensor<5xi16> {aic.name = "t3134"}, %1: tensor<3xi64> {aic.name = "t3135"}, %2: tensor<3xi16> {aic.name = "t3136"}) -> (tensor<5xi16> {aic.name = "t3137"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xi16>, tensor<3xi64>, tensor<3xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1795 scatter"(%0: tensor<5xi16> {aic.name = "t3134"}, %1: tensor<3xi32> {aic.name = "t3138"}, %2: tensor<3xi16> {aic.name = "t3136"}) -> (tensor<5xi16> {aic.name = "t3139"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<5xi16>, tensor<3xi32>, tensor<3xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1796 scatter"(%0: tensor<5xi16> {aic.name = "t3134"}, %1: tensor<3xi32> {aic.name = "t3138"}, %2: tensor<3xi16> {aic.name = "t3136"}) -> (tensor<5xi16> {aic.name = "t3140"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<5xi16>, tensor<3xi32>, tensor<3xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1797 scatter"(%0: tensor<5xi16> {aic.name = "t3134"}, %1: tensor<3xi32> {aic.name = "t3138"}, %2: tensor<3xi16> {aic.name = "t3136"}) -> (tensor<5xi16> {aic.name = "t3134"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<5xi16>, tensor<3xi32>, tensor<3xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1798 scatter"(%0: tensor<5xi16> {aic.name = "t3134"}, %1: tensor<3xi32> {aic.name = "t3138"}, %2: tensor<3xi16> {aic.name = "t3136"}) -> (tensor<5xi16> {aic.name = "t3137"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<5xi16>, tensor<3xi32>, tensor<3xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1799 scatter"(%0: tensor<5xi64> {aic.name = "t3141"}, %1: tensor<3xi64> {aic.name = "t3142"}, %2: tensor<3xi64> {aic.name = "t3143"}) -> (tensor<5xi64> {aic.name = "t3144"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xi64>, tensor<3xi64>, tensor<3xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1800 scatter"(%0: tensor<5xi64> {aic.name = "t3141"}, %1: tensor<3xi32> {aic.name = "t3145"}, %2: tensor<3xi64> {aic.name = "t3143"}) -> (tensor<5xi64> {aic.name = "t3146"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<5xi64>, tensor<3xi32>, tensor<3xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1801 scatter"(%0: tensor<5xi64> {aic.name = "t3141"}, %1: tensor<3xi32> {aic.name = "t3145"}, %2: tensor<3xi64> {aic.name = "t3143"}) -> (tensor<5xi64> {aic.name = "t3147"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<5xi64>, tensor<3xi32>, tensor<3xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1802 scatter"(%0: tensor<5xi64> {aic.name = "t3141"}, %1: tensor<3xi32> {aic.name = "t3145"}, %2: tensor<3xi64> {aic.name = "t3143"}) -> (tensor<5xi64> {aic.name = "t3144"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<5xi64>, tensor<3xi32>, tensor<3xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1803 scatter"(%0: tensor<5xi64> {aic.name = "t3141"}, %1: tensor<3xi32> {aic.name = "t3145"}, %2: tensor<3xi64> {aic.name = "t3143"}) -> (tensor<5xi64> {aic.name = "t3148"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<5xi64>, tensor<3xi32>, tensor<3xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1804 scatter"(%0: tensor<5xf64> {aic.name = "t3149"}, %1: tensor<9xi64> {aic.name = "t3150"}, %2: tensor<9xf64> {aic.name = "t3151"}) -> (tensor<5xf64> {aic.name = "t3152"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xf64>, tensor<9xi64>, tensor<9xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1805 scatter"(%0: tensor<5xf64> {aic.name = "t3149"}, %1: tensor<9xi32> {aic.name = "t3153"}, %2: tensor<9xf64> {aic.name = "t3151"}) -> (tensor<5xf64> {aic.name = "t3154"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<5xf64>, tensor<9xi32>, tensor<9xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1806 scatter"(%0: tensor<5xf64> {aic.name = "t3149"}, %1: tensor<9xi32> {aic.name = "t3153"}, %2: tensor<9xf64> {aic.name = "t3151"}) -> (tensor<5xf64> {aic.name = "t3155"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<5xf64>, tensor<9xi32>, tensor<9xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1807 scatter"(%0: tensor<5xf64> {aic.name = "t3149"}, %1: tensor<9xi32> {aic.name = "t3153"}, %2: tensor<9xf64> {aic.name = "t3151"}) -> (tensor<5xf64> {aic.name = "t3156"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<5xf64>, tensor<9xi32>, tensor<9xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1808 scatter"(%0: tensor<5xf64> {aic.name = "t3149"}, %1: tensor<9xi32> {aic.name = "t3153"}, %2: tensor<9xf64> {aic.name = "t3151"}) -> (tensor<5xf64> {aic.name = "t3157"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<5xf64>, tensor<9xi32>, tensor<9xf64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"1809 scatter"(%0: tensor<5xi1> {aic.name = "t3158"}, %1: tensor<9xi64> {aic.name = "t3159"}, %2: tensor<9xi1> {aic.name = "t3160"}) -> (tensor<5xi1> {aic.name = "t3161"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xi1>, tensor<9xi64>, tensor<9xi1>) -> tensor<5xi1>
  return %result : tensor<5xi1>
}
func.func @"1810 scatter"(%0: tensor<5xui8> {aic.name = "t3162"}, %1: tensor<9xi64> {aic.name = "t3163"}, %2: tensor<9xui8> {aic.name = "t3164"}) -> (tensor<5xui8> {aic.name = "t3165"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xui8>, tensor<9xi64>, tensor<9xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1811 scatter"(%0: tensor<5xui8> {aic.name = "t3162"}, %1: tensor<9xi32> {aic.name = "t3166"}, %2: tensor<9xui8> {aic.name = "t3164"}) -> (tensor<5xui8> {aic.name = "t3167"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<5xui8>, tensor<9xi32>, tensor<9xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1812 scatter"(%0: tensor<5xui8> {aic.name = "t3162"}, %1: tensor<9xi32> {aic.name = "t3166"}, %2: tensor<9xui8> {aic.name = "t3164"}) -> (tensor<5xui8> {aic.name = "t3168"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<5xui8>, tensor<9xi32>, tensor<9xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1813 scatter"(%0: tensor<5xui8> {aic.name = "t3162"}, %1: tensor<9xi32> {aic.name = "t3166"}, %2: tensor<9xui8> {aic.name = "t3164"}) -> (tensor<5xui8> {aic.name = "t3169"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<5xui8>, tensor<9xi32>, tensor<9xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1814 scatter"(%0: tensor<5xui8> {aic.name = "t3162"}, %1: tensor<9xi32> {aic.name = "t3166"}, %2: tensor<9xui8> {aic.name = "t3164"}) -> (tensor<5xui8> {aic.name = "t3170"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<5xui8>, tensor<9xi32>, tensor<9xui8>) -> tensor<5xui8>
  return %result : tensor<5xui8>
}
func.func @"1815 scatter"(%0: tensor<5xi16> {aic.name = "t3171"}, %1: tensor<9xi64> {aic.name = "t3172"}, %2: tensor<9xi16> {aic.name = "t3173"}) -> (tensor<5xi16> {aic.name = "t3174"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xi16>, tensor<9xi64>, tensor<9xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1816 scatter"(%0: tensor<5xi16> {aic.name = "t3171"}, %1: tensor<9xi32> {aic.name = "t3175"}, %2: tensor<9xi16> {aic.name = "t3173"}) -> (tensor<5xi16> {aic.name = "t3176"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<5xi16>, tensor<9xi32>, tensor<9xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1817 scatter"(%0: tensor<5xi16> {aic.name = "t3171"}, %1: tensor<9xi32> {aic.name = "t3175"}, %2: tensor<9xi16> {aic.name = "t3173"}) -> (tensor<5xi16> {aic.name = "t3177"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<5xi16>, tensor<9xi32>, tensor<9xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1818 scatter"(%0: tensor<5xi16> {aic.name = "t3171"}, %1: tensor<9xi32> {aic.name = "t3175"}, %2: tensor<9xi16> {aic.name = "t3173"}) -> (tensor<5xi16> {aic.name = "t3178"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<5xi16>, tensor<9xi32>, tensor<9xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1819 scatter"(%0: tensor<5xi16> {aic.name = "t3171"}, %1: tensor<9xi32> {aic.name = "t3175"}, %2: tensor<9xi16> {aic.name = "t3173"}) -> (tensor<5xi16> {aic.name = "t3179"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<5xi16>, tensor<9xi32>, tensor<9xi16>) -> tensor<5xi16>
  return %result : tensor<5xi16>
}
func.func @"1820 scatter"(%0: tensor<5xi64> {aic.name = "t3180"}, %1: tensor<9xi64> {aic.name = "t3181"}, %2: tensor<9xi64> {aic.name = "t3182"}) -> (tensor<5xi64> {aic.name = "t3183"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<5xi64>, tensor<9xi64>, tensor<9xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1821 scatter"(%0: tensor<5xi64> {aic.name = "t3180"}, %1: tensor<9xi32> {aic.name = "t3184"}, %2: tensor<9xi64> {aic.name = "t3182"}) -> (tensor<5xi64> {aic.name = "t3185"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<5xi64>, tensor<9xi32>, tensor<9xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1822 scatter"(%0: tensor<5xi64> {aic.name = "t3180"}, %1: tensor<9xi32> {aic.name = "t3184"}, %2: tensor<9xi64> {aic.name = "t3182"}) -> (tensor<5xi64> {aic.name = "t3186"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<5xi64>, tensor<9xi32>, tensor<9xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1823 scatter"(%0: tensor<5xi64> {aic.name = "t3180"}, %1: tensor<9xi32> {aic.name = "t3184"}, %2: tensor<9xi64> {aic.name = "t3182"}) -> (tensor<5xi64> {aic.name = "t3187"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<5xi64>, tensor<9xi32>, tensor<9xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1824 scatter"(%0: tensor<5xi64> {aic.name = "t3180"}, %1: tensor<9xi32> {aic.name = "t3184"}, %2: tensor<9xi64> {aic.name = "t3182"}) -> (tensor<5xi64> {aic.name = "t3188"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<5xi64>, tensor<9xi32>, tensor<9xi64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"1825 scatter"(%0: tensor<3x4xf64> {aic.name = "t3189"}, %1: tensor<3x6xi64> {aic.name = "t3190"}, %2: tensor<3x6xf64> {aic.name = "t3191"}) -> (tensor<3x4xf64> {aic.name = "t3192"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<3x4xf64>, tensor<3x6xi64>, tensor<3x6xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1826 scatter"(%0: tensor<3x4xf64> {aic.name = "t3189"}, %1: tensor<3x6xi32> {aic.name = "t3193"}, %2: tensor<3x6xf64> {aic.name = "t3191"}) -> (tensor<3x4xf64> {aic.name = "t3194"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<3x4xf64>, tensor<3x6xi32>, tensor<3x6xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1827 scatter"(%0: tensor<3x4xf64> {aic.name = "t3189"}, %1: tensor<3x6xi32> {aic.name = "t3193"}, %2: tensor<3x6xf64> {aic.name = "t3191"}) -> (tensor<3x4xf64> {aic.name = "t3195"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<3x4xf64>, tensor<3x6xi32>, tensor<3x6xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1828 scatter"(%0: tensor<3x4xf64> {aic.name = "t3189"}, %1: tensor<3x6xi32> {aic.name = "t3193"}, %2: tensor<3x6xf64> {aic.name = "t3191"}) -> (tensor<3x4xf64> {aic.name = "t3196"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<3x4xf64>, tensor<3x6xi32>, tensor<3x6xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1829 scatter"(%0: tensor<3x4xf64> {aic.name = "t3189"}, %1: tensor<3x6xi32> {aic.name = "t3193"}, %2: tensor<3x6xf64> {aic.name = "t3191"}) -> (tensor<3x4xf64> {aic.name = "t3197"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<3x4xf64>, tensor<3x6xi32>, tensor<3x6xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1830 scatter"(%0: tensor<3x4xi1> {aic.name = "t3198"}, %1: tensor<3x6xi64> {aic.name = "t3199"}, %2: tensor<3x6xi1> {aic.name = "t3200"}) -> (tensor<3x4xi1> {aic.name = "t3201"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<3x4xi1>, tensor<3x6xi64>, tensor<3x6xi1>) -> tensor<3x4xi1>
  return %result : tensor<3x4xi1>
}
func.func @"1831 scatter"(%0: tensor<3x4xui8> {aic.name = "t3202"}, %1: tensor<3x6xi64> {aic.name = "t3203"}, %2: tensor<3x6xui8> {aic.name = "t3204"}) -> (tensor<3x4xui8> {aic.name = "t3205"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<3x4xui8>, tensor<3x6xi64>, tensor<3x6xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1832 scatter"(%0: tensor<3x4xui8> {aic.name = "t3202"}, %1: tensor<3x6xi32> {aic.name = "t3206"}, %2: tensor<3x6xui8> {aic.name = "t3204"}) -> (tensor<3x4xui8> {aic.name = "t3207"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<3x4xui8>, tensor<3x6xi32>, tensor<3x6xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1833 scatter"(%0: tensor<3x4xui8> {aic.name = "t3202"}, %1: tensor<3x6xi32> {aic.name = "t3206"}, %2: tensor<3x6xui8> {aic.name = "t3204"}) -> (tensor<3x4xui8> {aic.name = "t3208"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<3x4xui8>, tensor<3x6xi32>, tensor<3x6xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1834 scatter"(%0: tensor<3x4xui8> {aic.name = "t3202"}, %1: tensor<3x6xi32> {aic.name = "t3206"}, %2: tensor<3x6xui8> {aic.name = "t3204"}) -> (tensor<3x4xui8> {aic.name = "t3209"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<3x4xui8>, tensor<3x6xi32>, tensor<3x6xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1835 scatter"(%0: tensor<3x4xui8> {aic.name = "t3202"}, %1: tensor<3x6xi32> {aic.name = "t3206"}, %2: tensor<3x6xui8> {aic.name = "t3204"}) -> (tensor<3x4xui8> {aic.name = "t3210"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<3x4xui8>, tensor<3x6xi32>, tensor<3x6xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1836 scatter"(%0: tensor<3x4xi16> {aic.name = "t3211"}, %1: tensor<3x6xi64> {aic.name = "t3212"}, %2: tensor<3x6xi16> {aic.name = "t3213"}) -> (tensor<3x4xi16> {aic.name = "t3214"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<3x4xi16>, tensor<3x6xi64>, tensor<3x6xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1837 scatter"(%0: tensor<3x4xi16> {aic.name = "t3211"}, %1: tensor<3x6xi32> {aic.name = "t3215"}, %2: tensor<3x6xi16> {aic.name = "t3213"}) -> (tensor<3x4xi16> {aic.name = "t3216"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<3x4xi16>, tensor<3x6xi32>, tensor<3x6xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1838 scatter"(%0: tensor<3x4xi16> {aic.name = "t3211"}, %1: tensor<3x6xi32> {aic.name = "t3215"}, %2: tensor<3x6xi16> {aic.name = "t3213"}) -> (tensor<3x4xi16> {aic.name = "t3217"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<3x4xi16>, tensor<3x6xi32>, tensor<3x6xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1839 scatter"(%0: tensor<3x4xi16> {aic.name = "t3211"}, %1: tensor<3x6xi32> {aic.name = "t3215"}, %2: tensor<3x6xi16> {aic.name = "t3213"}) -> (tensor<3x4xi16> {aic.name = "t3218"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<3x4xi16>, tensor<3x6xi32>, tensor<3x6xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1840 scatter"(%0: tensor<3x4xi16> {aic.name = "t3211"}, %1: tensor<3x6xi32> {aic.name = "t3215"}, %2: tensor<3x6xi16> {aic.name = "t3213"}) -> (tensor<3x4xi16> {aic.name = "t3219"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<3x4xi16>, tensor<3x6xi32>, tensor<3x6xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1841 scatter"(%0: tensor<3x4xi64> {aic.name = "t3220"}, %1: tensor<3x6xi64> {aic.name = "t3221"}, %2: tensor<3x6xi64> {aic.name = "t3222"}) -> (tensor<3x4xi64> {aic.name = "t3223"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<3x4xi64>, tensor<3x6xi64>, tensor<3x6xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1842 scatter"(%0: tensor<3x4xi64> {aic.name = "t3220"}, %1: tensor<3x6xi32> {aic.name = "t3224"}, %2: tensor<3x6xi64> {aic.name = "t3222"}) -> (tensor<3x4xi64> {aic.name = "t3225"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<3x4xi64>, tensor<3x6xi32>, tensor<3x6xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1843 scatter"(%0: tensor<3x4xi64> {aic.name = "t3220"}, %1: tensor<3x6xi32> {aic.name = "t3224"}, %2: tensor<3x6xi64> {aic.name = "t3222"}) -> (tensor<3x4xi64> {aic.name = "t3226"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<3x4xi64>, tensor<3x6xi32>, tensor<3x6xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1844 scatter"(%0: tensor<3x4xi64> {aic.name = "t3220"}, %1: tensor<3x6xi32> {aic.name = "t3224"}, %2: tensor<3x6xi64> {aic.name = "t3222"}) -> (tensor<3x4xi64> {aic.name = "t3227"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<3x4xi64>, tensor<3x6xi32>, tensor<3x6xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1845 scatter"(%0: tensor<3x4xi64> {aic.name = "t3220"}, %1: tensor<3x6xi32> {aic.name = "t3224"}, %2: tensor<3x6xi64> {aic.name = "t3222"}) -> (tensor<3x4xi64> {aic.name = "t3228"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<3x4xi64>, tensor<3x6xi32>, tensor<3x6xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1846 scatter"(%0: tensor<3x4xf64> {aic.name = "t3229"}, %1: tensor<6x4xi64> {aic.name = "t3230"}, %2: tensor<6x4xf64> {aic.name = "t3231"}) -> (tensor<3x4xf64> {aic.name = "t3232"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<3x4xf64>, tensor<6x4xi64>, tensor<6x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1847 scatter"(%0: tensor<3x4xf64> {aic.name = "t3229"}, %1: tensor<6x4xi32> {aic.name = "t3233"}, %2: tensor<6x4xf64> {aic.name = "t3231"}) -> (tensor<3x4xf64> {aic.name = "t3234"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<3x4xf64>, tensor<6x4xi32>, tensor<6x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1848 scatter"(%0: tensor<3x4xf64> {aic.name = "t3229"}, %1: tensor<6x4xi32> {aic.name = "t3233"}, %2: tensor<6x4xf64> {aic.name = "t3231"}) -> (tensor<3x4xf64> {aic.name = "t3235"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<3x4xf64>, tensor<6x4xi32>, tensor<6x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1849 scatter"(%0: tensor<3x4xf64> {aic.name = "t3229"}, %1: tensor<6x4xi32> {aic.name = "t3233"}, %2: tensor<6x4xf64> {aic.name = "t3231"}) -> (tensor<3x4xf64> {aic.name = "t3236"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<3x4xf64>, tensor<6x4xi32>, tensor<6x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1850 scatter"(%0: tensor<3x4xf64> {aic.name = "t3229"}, %1: tensor<6x4xi32> {aic.name = "t3233"}, %2: tensor<6x4xf64> {aic.name = "t3231"}) -> (tensor<3x4xf64> {aic.name = "t3237"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<3x4xf64>, tensor<6x4xi32>, tensor<6x4xf64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"1851 scatter"(%0: tensor<3x4xi1> {aic.name = "t3238"}, %1: tensor<6x4xi64> {aic.name = "t3239"}, %2: tensor<6x4xi1> {aic.name = "t3240"}) -> (tensor<3x4xi1> {aic.name = "t3241"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<3x4xi1>, tensor<6x4xi64>, tensor<6x4xi1>) -> tensor<3x4xi1>
  return %result : tensor<3x4xi1>
}
func.func @"1852 scatter"(%0: tensor<3x4xui8> {aic.name = "t3242"}, %1: tensor<6x4xi64> {aic.name = "t3243"}, %2: tensor<6x4xui8> {aic.name = "t3244"}) -> (tensor<3x4xui8> {aic.name = "t3245"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<3x4xui8>, tensor<6x4xi64>, tensor<6x4xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1853 scatter"(%0: tensor<3x4xui8> {aic.name = "t3242"}, %1: tensor<6x4xi32> {aic.name = "t3246"}, %2: tensor<6x4xui8> {aic.name = "t3244"}) -> (tensor<3x4xui8> {aic.name = "t3247"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<3x4xui8>, tensor<6x4xi32>, tensor<6x4xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1854 scatter"(%0: tensor<3x4xui8> {aic.name = "t3242"}, %1: tensor<6x4xi32> {aic.name = "t3246"}, %2: tensor<6x4xui8> {aic.name = "t3244"}) -> (tensor<3x4xui8> {aic.name = "t3248"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<3x4xui8>, tensor<6x4xi32>, tensor<6x4xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1855 scatter"(%0: tensor<3x4xui8> {aic.name = "t3242"}, %1: tensor<6x4xi32> {aic.name = "t3246"}, %2: tensor<6x4xui8> {aic.name = "t3244"}) -> (tensor<3x4xui8> {aic.name = "t3249"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<3x4xui8>, tensor<6x4xi32>, tensor<6x4xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1856 scatter"(%0: tensor<3x4xui8> {aic.name = "t3242"}, %1: tensor<6x4xi32> {aic.name = "t3246"}, %2: tensor<6x4xui8> {aic.name = "t3244"}) -> (tensor<3x4xui8> {aic.name = "t3250"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<3x4xui8>, tensor<6x4xi32>, tensor<6x4xui8>) -> tensor<3x4xui8>
  return %result : tensor<3x4xui8>
}
func.func @"1857 scatter"(%0: tensor<3x4xi16> {aic.name = "t3251"}, %1: tensor<6x4xi64> {aic.name = "t3252"}, %2: tensor<6x4xi16> {aic.name = "t3253"}) -> (tensor<3x4xi16> {aic.name = "t3254"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<3x4xi16>, tensor<6x4xi64>, tensor<6x4xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1858 scatter"(%0: tensor<3x4xi16> {aic.name = "t3251"}, %1: tensor<6x4xi32> {aic.name = "t3255"}, %2: tensor<6x4xi16> {aic.name = "t3253"}) -> (tensor<3x4xi16> {aic.name = "t3256"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<3x4xi16>, tensor<6x4xi32>, tensor<6x4xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1859 scatter"(%0: tensor<3x4xi16> {aic.name = "t3251"}, %1: tensor<6x4xi32> {aic.name = "t3255"}, %2: tensor<6x4xi16> {aic.name = "t3253"}) -> (tensor<3x4xi16> {aic.name = "t3257"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<3x4xi16>, tensor<6x4xi32>, tensor<6x4xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1860 scatter"(%0: tensor<3x4xi16> {aic.name = "t3251"}, %1: tensor<6x4xi32> {aic.name = "t3255"}, %2: tensor<6x4xi16> {aic.name = "t3253"}) -> (tensor<3x4xi16> {aic.name = "t3258"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<3x4xi16>, tensor<6x4xi32>, tensor<6x4xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1861 scatter"(%0: tensor<3x4xi16> {aic.name = "t3251"}, %1: tensor<6x4xi32> {aic.name = "t3255"}, %2: tensor<6x4xi16> {aic.name = "t3253"}) -> (tensor<3x4xi16> {aic.name = "t3259"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<3x4xi16>, tensor<6x4xi32>, tensor<6x4xi16>) -> tensor<3x4xi16>
  return %result : tensor<3x4xi16>
}
func.func @"1862 scatter"(%0: tensor<3x4xi64> {aic.name = "t3260"}, %1: tensor<6x4xi64> {aic.name = "t3261"}, %2: tensor<6x4xi64> {aic.name = "t3262"}) -> (tensor<3x4xi64> {aic.name = "t3263"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<3x4xi64>, tensor<6x4xi64>, tensor<6x4xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1863 scatter"(%0: tensor<3x4xi64> {aic.name = "t3260"}, %1: tensor<6x4xi32> {aic.name = "t3264"}, %2: tensor<6x4xi64> {aic.name = "t3262"}) -> (tensor<3x4xi64> {aic.name = "t3265"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<3x4xi64>, tensor<6x4xi32>, tensor<6x4xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1864 scatter"(%0: tensor<3x4xi64> {aic.name = "t3260"}, %1: tensor<6x4xi32> {aic.name = "t3264"}, %2: tensor<6x4xi64> {aic.name = "t3262"}) -> (tensor<3x4xi64> {aic.name = "t3266"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<3x4xi64>, tensor<6x4xi32>, tensor<6x4xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1865 scatter"(%0: tensor<3x4xi64> {aic.name = "t3260"}, %1: tensor<6x4xi32> {aic.name = "t3264"}, %2: tensor<6x4xi64> {aic.name = "t3262"}) -> (tensor<3x4xi64> {aic.name = "t3267"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<3x4xi64>, tensor<6x4xi32>, tensor<6x4xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1866 scatter"(%0: tensor<3x4xi64> {aic.name = "t3260"}, %1: tensor<6x4xi32> {aic.name = "t3264"}, %2: tensor<6x4xi64> {aic.name = "t3262"}) -> (tensor<3x4xi64> {aic.name = "t3268"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<3x4xi64>, tensor<6x4xi32>, tensor<6x4xi64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"1867 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3269"}, %1: tensor<1x7x3xi64> {aic.name = "t3270"}, %2: tensor<1x7x3xf64> {aic.name = "t3271"}) -> (tensor<2x3x4xf64> {aic.name = "t3272"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<2x3x4xf64>, tensor<1x7x3xi64>, tensor<1x7x3xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1868 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3269"}, %1: tensor<1x7x3xi32> {aic.name = "t3273"}, %2: tensor<1x7x3xf64> {aic.name = "t3271"}) -> (tensor<2x3x4xf64> {aic.name = "t3274"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x4xf64>, tensor<1x7x3xi32>, tensor<1x7x3xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1869 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3269"}, %1: tensor<1x7x3xi32> {aic.name = "t3273"}, %2: tensor<1x7x3xf64> {aic.name = "t3271"}) -> (tensor<2x3x4xf64> {aic.name = "t3275"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x4xf64>, tensor<1x7x3xi32>, tensor<1x7x3xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1870 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3269"}, %1: tensor<1x7x3xi32> {aic.name = "t3273"}, %2: tensor<1x7x3xf64> {aic.name = "t3271"}) -> (tensor<2x3x4xf64> {aic.name = "t3276"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x4xf64>, tensor<1x7x3xi32>, tensor<1x7x3xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1871 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3269"}, %1: tensor<1x7x3xi32> {aic.name = "t3273"}, %2: tensor<1x7x3xf64> {aic.name = "t3271"}) -> (tensor<2x3x4xf64> {aic.name = "t3277"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x4xf64>, tensor<1x7x3xi32>, tensor<1x7x3xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1872 scatter"(%0: tensor<2x3x4xi1> {aic.name = "t3278"}, %1: tensor<1x7x3xi64> {aic.name = "t3279"}, %2: tensor<1x7x3xi1> {aic.name = "t3280"}) -> (tensor<2x3x4xi1> {aic.name = "t3281"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<2x3x4xi1>, tensor<1x7x3xi64>, tensor<1x7x3xi1>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"1873 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3282"}, %1: tensor<1x7x3xi64> {aic.name = "t3283"}, %2: tensor<1x7x3xui8> {aic.name = "t3284"}) -> (tensor<2x3x4xui8> {aic.name = "t3285"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<2x3x4xui8>, tensor<1x7x3xi64>, tensor<1x7x3xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1874 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3282"}, %1: tensor<1x7x3xi32> {aic.name = "t3286"}, %2: tensor<1x7x3xui8> {aic.name = "t3284"}) -> (tensor<2x3x4xui8> {aic.name = "t3287"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x4xui8>, tensor<1x7x3xi32>, tensor<1x7x3xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1875 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3282"}, %1: tensor<1x7x3xi32> {aic.name = "t3286"}, %2: tensor<1x7x3xui8> {aic.name = "t3284"}) -> (tensor<2x3x4xui8> {aic.name = "t3288"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x4xui8>, tensor<1x7x3xi32>, tensor<1x7x3xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1876 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3282"}, %1: tensor<1x7x3xi32> {aic.name = "t3286"}, %2: tensor<1x7x3xui8> {aic.name = "t3284"}) -> (tensor<2x3x4xui8> {aic.name = "t3289"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x4xui8>, tensor<1x7x3xi32>, tensor<1x7x3xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1877 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3282"}, %1: tensor<1x7x3xi32> {aic.name = "t3286"}, %2: tensor<1x7x3xui8> {aic.name = "t3284"}) -> (tensor<2x3x4xui8> {aic.name = "t3290"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x4xui8>, tensor<1x7x3xi32>, tensor<1x7x3xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1878 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3291"}, %1: tensor<1x7x3xi64> {aic.name = "t3292"}, %2: tensor<1x7x3xi16> {aic.name = "t3293"}) -> (tensor<2x3x4xi16> {aic.name = "t3294"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<2x3x4xi16>, tensor<1x7x3xi64>, tensor<1x7x3xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1879 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3291"}, %1: tensor<1x7x3xi32> {aic.name = "t3295"}, %2: tensor<1x7x3xi16> {aic.name = "t3293"}) -> (tensor<2x3x4xi16> {aic.name = "t3296"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x4xi16>, tensor<1x7x3xi32>, tensor<1x7x3xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1880 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3291"}, %1: tensor<1x7x3xi32> {aic.name = "t3295"}, %2: tensor<1x7x3xi16> {aic.name = "t3293"}) -> (tensor<2x3x4xi16> {aic.name = "t3297"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x4xi16>, tensor<1x7x3xi32>, tensor<1x7x3xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1881 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3291"}, %1: tensor<1x7x3xi32> {aic.name = "t3295"}, %2: tensor<1x7x3xi16> {aic.name = "t3293"}) -> (tensor<2x3x4xi16> {aic.name = "t3298"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x4xi16>, tensor<1x7x3xi32>, tensor<1x7x3xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1882 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3291"}, %1: tensor<1x7x3xi32> {aic.name = "t3295"}, %2: tensor<1x7x3xi16> {aic.name = "t3293"}) -> (tensor<2x3x4xi16> {aic.name = "t3299"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x4xi16>, tensor<1x7x3xi32>, tensor<1x7x3xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1883 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3300"}, %1: tensor<1x7x3xi64> {aic.name = "t3301"}, %2: tensor<1x7x3xi64> {aic.name = "t3302"}) -> (tensor<2x3x4xi64> {aic.name = "t3303"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<2x3x4xi64>, tensor<1x7x3xi64>, tensor<1x7x3xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1884 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3300"}, %1: tensor<1x7x3xi32> {aic.name = "t3304"}, %2: tensor<1x7x3xi64> {aic.name = "t3302"}) -> (tensor<2x3x4xi64> {aic.name = "t3305"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x4xi64>, tensor<1x7x3xi32>, tensor<1x7x3xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1885 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3300"}, %1: tensor<1x7x3xi32> {aic.name = "t3304"}, %2: tensor<1x7x3xi64> {aic.name = "t3302"}) -> (tensor<2x3x4xi64> {aic.name = "t3306"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x4xi64>, tensor<1x7x3xi32>, tensor<1x7x3xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1886 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3300"}, %1: tensor<1x7x3xi32> {aic.name = "t3304"}, %2: tensor<1x7x3xi64> {aic.name = "t3302"}) -> (tensor<2x3x4xi64> {aic.name = "t3307"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x4xi64>, tensor<1x7x3xi32>, tensor<1x7x3xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1887 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3300"}, %1: tensor<1x7x3xi32> {aic.name = "t3304"}, %2: tensor<1x7x3xi64> {aic.name = "t3302"}) -> (tensor<2x3x4xi64> {aic.name = "t3308"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x4xi64>, tensor<1x7x3xi32>, tensor<1x7x3xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1888 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3309"}, %1: tensor<2x2x9xi64> {aic.name = "t3310"}, %2: tensor<2x2x9xf64> {aic.name = "t3311"}) -> (tensor<2x3x4xf64> {aic.name = "t3312"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2} : (tensor<2x3x4xf64>, tensor<2x2x9xi64>, tensor<2x2x9xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1889 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3309"}, %1: tensor<2x2x9xi32> {aic.name = "t3313"}, %2: tensor<2x2x9xf64> {aic.name = "t3311"}) -> (tensor<2x3x4xf64> {aic.name = "t3314"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x4xf64>, tensor<2x2x9xi32>, tensor<2x2x9xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1890 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3309"}, %1: tensor<2x2x9xi32> {aic.name = "t3313"}, %2: tensor<2x2x9xf64> {aic.name = "t3311"}) -> (tensor<2x3x4xf64> {aic.name = "t3315"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x4xf64>, tensor<2x2x9xi32>, tensor<2x2x9xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1891 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3309"}, %1: tensor<2x2x9xi32> {aic.name = "t3313"}, %2: tensor<2x2x9xf64> {aic.name = "t3311"}) -> (tensor<2x3x4xf64> {aic.name = "t3316"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x4xf64>, tensor<2x2x9xi32>, tensor<2x2x9xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1892 scatter"(%0: tensor<2x3x4xf64> {aic.name = "t3309"}, %1: tensor<2x2x9xi32> {aic.name = "t3313"}, %2: tensor<2x2x9xf64> {aic.name = "t3311"}) -> (tensor<2x3x4xf64> {aic.name = "t3317"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x4xf64>, tensor<2x2x9xi32>, tensor<2x2x9xf64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"1893 scatter"(%0: tensor<2x3x4xi1> {aic.name = "t3318"}, %1: tensor<2x2x9xi64> {aic.name = "t3319"}, %2: tensor<2x2x9xi1> {aic.name = "t3320"}) -> (tensor<2x3x4xi1> {aic.name = "t3321"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2} : (tensor<2x3x4xi1>, tensor<2x2x9xi64>, tensor<2x2x9xi1>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"1894 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3322"}, %1: tensor<2x2x9xi64> {aic.name = "t3323"}, %2: tensor<2x2x9xui8> {aic.name = "t3324"}) -> (tensor<2x3x4xui8> {aic.name = "t3325"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2} : (tensor<2x3x4xui8>, tensor<2x2x9xi64>, tensor<2x2x9xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1895 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3322"}, %1: tensor<2x2x9xi32> {aic.name = "t3326"}, %2: tensor<2x2x9xui8> {aic.name = "t3324"}) -> (tensor<2x3x4xui8> {aic.name = "t3327"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x4xui8>, tensor<2x2x9xi32>, tensor<2x2x9xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1896 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3322"}, %1: tensor<2x2x9xi32> {aic.name = "t3326"}, %2: tensor<2x2x9xui8> {aic.name = "t3324"}) -> (tensor<2x3x4xui8> {aic.name = "t3328"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x4xui8>, tensor<2x2x9xi32>, tensor<2x2x9xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1897 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3322"}, %1: tensor<2x2x9xi32> {aic.name = "t3326"}, %2: tensor<2x2x9xui8> {aic.name = "t3324"}) -> (tensor<2x3x4xui8> {aic.name = "t3329"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x4xui8>, tensor<2x2x9xi32>, tensor<2x2x9xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1898 scatter"(%0: tensor<2x3x4xui8> {aic.name = "t3322"}, %1: tensor<2x2x9xi32> {aic.name = "t3326"}, %2: tensor<2x2x9xui8> {aic.name = "t3324"}) -> (tensor<2x3x4xui8> {aic.name = "t3330"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x4xui8>, tensor<2x2x9xi32>, tensor<2x2x9xui8>) -> tensor<2x3x4xui8>
  return %result : tensor<2x3x4xui8>
}
func.func @"1899 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3331"}, %1: tensor<2x2x9xi64> {aic.name = "t3332"}, %2: tensor<2x2x9xi16> {aic.name = "t3333"}) -> (tensor<2x3x4xi16> {aic.name = "t3334"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2} : (tensor<2x3x4xi16>, tensor<2x2x9xi64>, tensor<2x2x9xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1900 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3331"}, %1: tensor<2x2x9xi32> {aic.name = "t3335"}, %2: tensor<2x2x9xi16> {aic.name = "t3333"}) -> (tensor<2x3x4xi16> {aic.name = "t3336"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x4xi16>, tensor<2x2x9xi32>, tensor<2x2x9xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1901 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3331"}, %1: tensor<2x2x9xi32> {aic.name = "t3335"}, %2: tensor<2x2x9xi16> {aic.name = "t3333"}) -> (tensor<2x3x4xi16> {aic.name = "t3337"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x4xi16>, tensor<2x2x9xi32>, tensor<2x2x9xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1902 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3331"}, %1: tensor<2x2x9xi32> {aic.name = "t3335"}, %2: tensor<2x2x9xi16> {aic.name = "t3333"}) -> (tensor<2x3x4xi16> {aic.name = "t3338"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x4xi16>, tensor<2x2x9xi32>, tensor<2x2x9xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1903 scatter"(%0: tensor<2x3x4xi16> {aic.name = "t3331"}, %1: tensor<2x2x9xi32> {aic.name = "t3335"}, %2: tensor<2x2x9xi16> {aic.name = "t3333"}) -> (tensor<2x3x4xi16> {aic.name = "t3339"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x4xi16>, tensor<2x2x9xi32>, tensor<2x2x9xi16>) -> tensor<2x3x4xi16>
  return %result : tensor<2x3x4xi16>
}
func.func @"1904 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3340"}, %1: tensor<2x2x9xi64> {aic.name = "t3341"}, %2: tensor<2x2x9xi64> {aic.name = "t3342"}) -> (tensor<2x3x4xi64> {aic.name = "t3343"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2} : (tensor<2x3x4xi64>, tensor<2x2x9xi64>, tensor<2x2x9xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1905 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3340"}, %1: tensor<2x2x9xi32> {aic.name = "t3344"}, %2: tensor<2x2x9xi64> {aic.name = "t3342"}) -> (tensor<2x3x4xi64> {aic.name = "t3345"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x4xi64>, tensor<2x2x9xi32>, tensor<2x2x9xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1906 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3340"}, %1: tensor<2x2x9xi32> {aic.name = "t3344"}, %2: tensor<2x2x9xi64> {aic.name = "t3342"}) -> (tensor<2x3x4xi64> {aic.name = "t3346"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x4xi64>, tensor<2x2x9xi32>, tensor<2x2x9xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1907 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3340"}, %1: tensor<2x2x9xi32> {aic.name = "t3344"}, %2: tensor<2x2x9xi64> {aic.name = "t3342"}) -> (tensor<2x3x4xi64> {aic.name = "t3347"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x4xi64>, tensor<2x2x9xi32>, tensor<2x2x9xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1908 scatter"(%0: tensor<2x3x4xi64> {aic.name = "t3340"}, %1: tensor<2x2x9xi32> {aic.name = "t3344"}, %2: tensor<2x2x9xi64> {aic.name = "t3342"}) -> (tensor<2x3x4xi64> {aic.name = "t3348"}) {
  %result = aic.scatter %0, %1, %2 {dim = 2, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x4xi64>, tensor<2x2x9xi32>, tensor<2x2x9xi64>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"1909 scatter"(%0: tensor<1x1xf64> {aic.name = "t3349"}, %1: tensor<1x5xi64> {aic.name = "t2308"}, %2: tensor<1x5xf64> {aic.name = "t3350"}) -> (tensor<1x1xf64> {aic.name = "t3351"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<1x1xf64>, tensor<1x5xi64>, tensor<1x5xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1910 scatter"(%0: tensor<1x1xf64> {aic.name = "t3349"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xf64> {aic.name = "t3350"}) -> (tensor<1x1xf64> {aic.name = "t2187"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<1x1xf64>, tensor<1x5xi32>, tensor<1x5xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1911 scatter"(%0: tensor<1x1xf64> {aic.name = "t3349"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xf64> {aic.name = "t3350"}) -> (tensor<1x1xf64> {aic.name = "t3352"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<1x1xf64>, tensor<1x5xi32>, tensor<1x5xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1912 scatter"(%0: tensor<1x1xf64> {aic.name = "t3349"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xf64> {aic.name = "t3350"}) -> (tensor<1x1xf64> {aic.name = "t3349"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<1x1xf64>, tensor<1x5xi32>, tensor<1x5xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1913 scatter"(%0: tensor<1x1xf64> {aic.name = "t3349"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xf64> {aic.name = "t3350"}) -> (tensor<1x1xf64> {aic.name = "t3353"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<1x1xf64>, tensor<1x5xi32>, tensor<1x5xf64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"1914 scatter"(%0: tensor<1x1xi1> {aic.name = "t2311"}, %1: tensor<1x5xi64> {aic.name = "t2308"}, %2: tensor<1x5xi1> {aic.name = "t3354"}) -> (tensor<1x1xi1> {aic.name = "t2311"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<1x1xi1>, tensor<1x5xi64>, tensor<1x5xi1>) -> tensor<1x1xi1>
  return %result : tensor<1x1xi1>
}
func.func @"1915 scatter"(%0: tensor<1x1xui8> {aic.name = "t3355"}, %1: tensor<1x5xi64> {aic.name = "t2308"}, %2: tensor<1x5xui8> {aic.name = "t3356"}) -> (tensor<1x1xui8> {aic.name = "t3357"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<1x1xui8>, tensor<1x5xi64>, tensor<1x5xui8>) -> tensor<1x1xui8>
  return %result : tensor<1x1xui8>
}
func.func @"1916 scatter"(%0: tensor<1x1xui8> {aic.name = "t3355"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xui8> {aic.name = "t3356"}) -> (tensor<1x1xui8> {aic.name = "t3358"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<1x1xui8>, tensor<1x5xi32>, tensor<1x5xui8>) -> tensor<1x1xui8>
  return %result : tensor<1x1xui8>
}
func.func @"1917 scatter"(%0: tensor<1x1xui8> {aic.name = "t3355"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xui8> {aic.name = "t3356"}) -> (tensor<1x1xui8> {aic.name = "t3359"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<1x1xui8>, tensor<1x5xi32>, tensor<1x5xui8>) -> tensor<1x1xui8>
  return %result : tensor<1x1xui8>
}
func.func @"1918 scatter"(%0: tensor<1x1xui8> {aic.name = "t3355"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xui8> {aic.name = "t3356"}) -> (tensor<1x1xui8> {aic.name = "t3360"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<1x1xui8>, tensor<1x5xi32>, tensor<1x5xui8>) -> tensor<1x1xui8>
  return %result : tensor<1x1xui8>
}
func.func @"1919 scatter"(%0: tensor<1x1xui8> {aic.name = "t3355"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xui8> {aic.name = "t3356"}) -> (tensor<1x1xui8> {aic.name = "t3361"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<1x1xui8>, tensor<1x5xi32>, tensor<1x5xui8>) -> tensor<1x1xui8>
  return %result : tensor<1x1xui8>
}
func.func @"1920 scatter"(%0: tensor<1x1xi16> {aic.name = "t3362"}, %1: tensor<1x5xi64> {aic.name = "t2308"}, %2: tensor<1x5xi16> {aic.name = "t3363"}) -> (tensor<1x1xi16> {aic.name = "t3364"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<1x1xi16>, tensor<1x5xi64>, tensor<1x5xi16>) -> tensor<1x1xi16>
  return %result : tensor<1x1xi16>
}
func.func @"1921 scatter"(%0: tensor<1x1xi16> {aic.name = "t3362"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xi16> {aic.name = "t3363"}) -> (tensor<1x1xi16> {aic.name = "t3365"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<1x1xi16>, tensor<1x5xi32>, tensor<1x5xi16>) -> tensor<1x1xi16>
  return %result : tensor<1x1xi16>
}
func.func @"1922 scatter"(%0: tensor<1x1xi16> {aic.name = "t3362"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xi16> {aic.name = "t3363"}) -> (tensor<1x1xi16> {aic.name = "t3366"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<1x1xi16>, tensor<1x5xi32>, tensor<1x5xi16>) -> tensor<1x1xi16>
  return %result : tensor<1x1xi16>
}
func.func @"1923 scatter"(%0: tensor<1x1xi16> {aic.name = "t3362"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xi16> {aic.name = "t3363"}) -> (tensor<1x1xi16> {aic.name = "t3362"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<1x1xi16>, tensor<1x5xi32>, tensor<1x5xi16>) -> tensor<1x1xi16>
  return %result : tensor<1x1xi16>
}
func.func @"1924 scatter"(%0: tensor<1x1xi16> {aic.name = "t3362"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xi16> {aic.name = "t3363"}) -> (tensor<1x1xi16> {aic.name = "t3364"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<1x1xi16>, tensor<1x5xi32>, tensor<1x5xi16>) -> tensor<1x1xi16>
  return %result : tensor<1x1xi16>
}
func.func @"1925 scatter"(%0: tensor<1x1xi64> {aic.name = "t3367"}, %1: tensor<1x5xi64> {aic.name = "t2308"}, %2: tensor<1x5xi64> {aic.name = "t3368"}) -> (tensor<1x1xi64> {aic.name = "t3369"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1} : (tensor<1x1xi64>, tensor<1x5xi64>, tensor<1x5xi64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1926 scatter"(%0: tensor<1x1xi64> {aic.name = "t3367"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xi64> {aic.name = "t3368"}) -> (tensor<1x1xi64> {aic.name = "t3370"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<add>} : (tensor<1x1xi64>, tensor<1x5xi32>, tensor<1x5xi64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1927 scatter"(%0: tensor<1x1xi64> {aic.name = "t3367"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xi64> {aic.name = "t3368"}) -> (tensor<1x1xi64> {aic.name = "t3371"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<mul>} : (tensor<1x1xi64>, tensor<1x5xi32>, tensor<1x5xi64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1928 scatter"(%0: tensor<1x1xi64> {aic.name = "t3367"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xi64> {aic.name = "t3368"}) -> (tensor<1x1xi64> {aic.name = "t3367"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<min>} : (tensor<1x1xi64>, tensor<1x5xi32>, tensor<1x5xi64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1929 scatter"(%0: tensor<1x1xi64> {aic.name = "t3367"}, %1: tensor<1x5xi32> {aic.name = "t2310"}, %2: tensor<1x5xi64> {aic.name = "t3368"}) -> (tensor<1x1xi64> {aic.name = "t3372"}) {
  %result = aic.scatter %0, %1, %2 {dim = 1, reduction = #aic.scatter_reduction<max>} : (tensor<1x1xi64>, tensor<1x5xi32>, tensor<1x5xi64>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"1930 scatter"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<0x0xi64> {aic.name = "t2315"}, %2: tensor<0x0xf64> {aic.name = "t2316"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x0xf64>, tensor<0x0xi64>, tensor<0x0xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"1931 scatter"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xf64> {aic.name = "t2316"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<2x0xf64>, tensor<0x0xi32>, tensor<0x0xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"1932 scatter"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xf64> {aic.name = "t2316"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<2x0xf64>, tensor<0x0xi32>, tensor<0x0xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"1933 scatter"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xf64> {aic.name = "t2316"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<2x0xf64>, tensor<0x0xi32>, tensor<0x0xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"1934 scatter"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xf64> {aic.name = "t2316"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<2x0xf64>, tensor<0x0xi32>, tensor<0x0xf64>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"1935 scatter"(%0: tensor<2x0xi1> {aic.name = "t123"}, %1: tensor<0x0xi64> {aic.name = "t2315"}, %2: tensor<0x0xi1> {aic.name = "t2318"}) -> (tensor<2x0xi1> {aic.name = "t123"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x0xi1>, tensor<0x0xi64>, tensor<0x0xi1>) -> tensor<2x0xi1>
  return %result : tensor<2x0xi1>
}
func.func @"1936 scatter"(%0: tensor<2x0xui8> {aic.name = "t3373"}, %1: tensor<0x0xi64> {aic.name = "t2315"}, %2: tensor<0x0xui8> {aic.name = "t3374"}) -> (tensor<2x0xui8> {aic.name = "t3373"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x0xui8>, tensor<0x0xi64>, tensor<0x0xui8>) -> tensor<2x0xui8>
  return %result : tensor<2x0xui8>
}
func.func @"1937 scatter"(%0: tensor<2x0xui8> {aic.name = "t3373"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xui8> {aic.name = "t3374"}) -> (tensor<2x0xui8> {aic.name = "t3373"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<2x0xui8>, tensor<0x0xi32>, tensor<0x0xui8>) -> tensor<2x0xui8>
  return %result : tensor<2x0xui8>
}
func.func @"1938 scatter"(%0: tensor<2x0xui8> {aic.name = "t3373"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xui8> {aic.name = "t3374"}) -> (tensor<2x0xui8> {aic.name = "t3373"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<2x0xui8>, tensor<0x0xi32>, tensor<0x0xui8>) -> tensor<2x0xui8>
  return %result : tensor<2x0xui8>
}
func.func @"1939 scatter"(%0: tensor<2x0xui8> {aic.name = "t3373"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xui8> {aic.name = "t3374"}) -> (tensor<2x0xui8> {aic.name = "t3373"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<2x0xui8>, tensor<0x0xi32>, tensor<0x0xui8>) -> tensor<2x0xui8>
  return %result : tensor<2x0xui8>
}
func.func @"1940 scatter"(%0: tensor<2x0xui8> {aic.name = "t3373"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xui8> {aic.name = "t3374"}) -> (tensor<2x0xui8> {aic.name = "t3373"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<2x0xui8>, tensor<0x0xi32>, tensor<0x0xui8>) -> tensor<2x0xui8>
  return %result : tensor<2x0xui8>
}
func.func @"1941 scatter"(%0: tensor<2x0xi16> {aic.name = "t267"}, %1: tensor<0x0xi64> {aic.name = "t2315"}, %2: tensor<0x0xi16> {aic.name = "t2319"}) -> (tensor<2x0xi16> {aic.name = "t267"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x0xi16>, tensor<0x0xi64>, tensor<0x0xi16>) -> tensor<2x0xi16>
  return %result : tensor<2x0xi16>
}
func.func @"1942 scatter"(%0: tensor<2x0xi16> {aic.name = "t267"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xi16> {aic.name = "t2319"}) -> (tensor<2x0xi16> {aic.name = "t267"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<2x0xi16>, tensor<0x0xi32>, tensor<0x0xi16>) -> tensor<2x0xi16>
  return %result : tensor<2x0xi16>
}
func.func @"1943 scatter"(%0: tensor<2x0xi16> {aic.name = "t267"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xi16> {aic.name = "t2319"}) -> (tensor<2x0xi16> {aic.name = "t267"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<2x0xi16>, tensor<0x0xi32>, tensor<0x0xi16>) -> tensor<2x0xi16>
  return %result : tensor<2x0xi16>
}
func.func @"1944 scatter"(%0: tensor<2x0xi16> {aic.name = "t267"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xi16> {aic.name = "t2319"}) -> (tensor<2x0xi16> {aic.name = "t267"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<2x0xi16>, tensor<0x0xi32>, tensor<0x0xi16>) -> tensor<2x0xi16>
  return %result : tensor<2x0xi16>
}
func.func @"1945 scatter"(%0: tensor<2x0xi16> {aic.name = "t267"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xi16> {aic.name = "t2319"}) -> (tensor<2x0xi16> {aic.name = "t267"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<2x0xi16>, tensor<0x0xi32>, tensor<0x0xi16>) -> tensor<2x0xi16>
  return %result : tensor<2x0xi16>
}
func.func @"1946 scatter"(%0: tensor<2x0xi64> {aic.name = "t1315"}, %1: tensor<0x0xi64> {aic.name = "t2315"}, %2: tensor<0x0xi64> {aic.name = "t2315"}) -> (tensor<2x0xi64> {aic.name = "t1315"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x0xi64>, tensor<0x0xi64>, tensor<0x0xi64>) -> tensor<2x0xi64>
  return %result : tensor<2x0xi64>
}
func.func @"1947 scatter"(%0: tensor<2x0xi64> {aic.name = "t1315"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xi64> {aic.name = "t2315"}) -> (tensor<2x0xi64> {aic.name = "t1315"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<2x0xi64>, tensor<0x0xi32>, tensor<0x0xi64>) -> tensor<2x0xi64>
  return %result : tensor<2x0xi64>
}
func.func @"1948 scatter"(%0: tensor<2x0xi64> {aic.name = "t1315"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xi64> {aic.name = "t2315"}) -> (tensor<2x0xi64> {aic.name = "t1315"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<2x0xi64>, tensor<0x0xi32>, tensor<0x0xi64>) -> tensor<2x0xi64>
  return %result : tensor<2x0xi64>
}
func.func @"1949 scatter"(%0: tensor<2x0xi64> {aic.name = "t1315"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xi64> {aic.name = "t2315"}) -> (tensor<2x0xi64> {aic.name = "t1315"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<2x0xi64>, tensor<0x0xi32>, tensor<0x0xi64>) -> tensor<2x0xi64>
  return %result : tensor<2x0xi64>
}
func.func @"1950 scatter"(%0: tensor<2x0xi64> {aic.name = "t1315"}, %1: tensor<0x0xi32> {aic.name = "t2317"}, %2: tensor<0x0xi64> {aic.name = "t2315"}) -> (tensor<2x0xi64> {aic.name = "t1315"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<2x0xi64>, tensor<0x0xi32>, tensor<0x0xi64>) -> tensor<2x0xi64>
  return %result : tensor<2x0xi64>
}
func.func @"1951 scatter"(%0: tensor<2x3xf64> {aic.name = "t3375"}, %1: tensor<0x3xi64> {aic.name = "t1312"}, %2: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<2x3xf64> {aic.name = "t3375"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x3xf64>, tensor<0x3xi64>, tensor<0x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"1952 scatter"(%0: tensor<2x3xf64> {aic.name = "t3375"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<2x3xf64> {aic.name = "t3375"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<2x3xf64>, tensor<0x3xi32>, tensor<0x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"1953 scatter"(%0: tensor<2x3xf64> {aic.name = "t3375"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<2x3xf64> {aic.name = "t3375"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3xf64>, tensor<0x3xi32>, tensor<0x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"1954 scatter"(%0: tensor<2x3xf64> {aic.name = "t3375"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<2x3xf64> {aic.name = "t3375"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<2x3xf64>, tensor<0x3xi32>, tensor<0x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"1955 scatter"(%0: tensor<2x3xf64> {aic.name = "t3375"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<2x3xf64> {aic.name = "t3375"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<2x3xf64>, tensor<0x3xi32>, tensor<0x3xf64>) -> tensor<2x3xf64>
  return %result : tensor<2x3xf64>
}
func.func @"1956 scatter"(%0: tensor<2x3xi1> {aic.name = "t3376"}, %1: tensor<0x3xi64> {aic.name = "t1312"}, %2: tensor<0x3xi1> {aic.name = "t121"}) -> (tensor<2x3xi1> {aic.name = "t3376"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x3xi1>, tensor<0x3xi64>, tensor<0x3xi1>) -> tensor<2x3xi1>
  return %result : tensor<2x3xi1>
}
func.func @"1957 scatter"(%0: tensor<2x3xui8> {aic.name = "t3377"}, %1: tensor<0x3xi64> {aic.name = "t1312"}, %2: tensor<0x3xui8> {aic.name = "t3378"}) -> (tensor<2x3xui8> {aic.name = "t3377"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x3xui8>, tensor<0x3xi64>, tensor<0x3xui8>) -> tensor<2x3xui8>
  return %result : tensor<2x3xui8>
}
func.func @"1958 scatter"(%0: tensor<2x3xui8> {aic.name = "t3377"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xui8> {aic.name = "t3378"}) -> (tensor<2x3xui8> {aic.name = "t3377"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<2x3xui8>, tensor<0x3xi32>, tensor<0x3xui8>) -> tensor<2x3xui8>
  return %result : tensor<2x3xui8>
}
func.func @"1959 scatter"(%0: tensor<2x3xui8> {aic.name = "t3377"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xui8> {aic.name = "t3378"}) -> (tensor<2x3xui8> {aic.name = "t3377"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3xui8>, tensor<0x3xi32>, tensor<0x3xui8>) -> tensor<2x3xui8>
  return %result : tensor<2x3xui8>
}
func.func @"1960 scatter"(%0: tensor<2x3xui8> {aic.name = "t3377"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xui8> {aic.name = "t3378"}) -> (tensor<2x3xui8> {aic.name = "t3377"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<2x3xui8>, tensor<0x3xi32>, tensor<0x3xui8>) -> tensor<2x3xui8>
  return %result : tensor<2x3xui8>
}
func.func @"1961 scatter"(%0: tensor<2x3xui8> {aic.name = "t3377"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xui8> {aic.name = "t3378"}) -> (tensor<2x3xui8> {aic.name = "t3377"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<2x3xui8>, tensor<0x3xi32>, tensor<0x3xui8>) -> tensor<2x3xui8>
  return %result : tensor<2x3xui8>
}
func.func @"1962 scatter"(%0: tensor<2x3xi16> {aic.name = "t3379"}, %1: tensor<0x3xi64> {aic.name = "t1312"}, %2: tensor<0x3xi16> {aic.name = "t2324"}) -> (tensor<2x3xi16> {aic.name = "t3379"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x3xi16>, tensor<0x3xi64>, tensor<0x3xi16>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"1963 scatter"(%0: tensor<2x3xi16> {aic.name = "t3379"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xi16> {aic.name = "t2324"}) -> (tensor<2x3xi16> {aic.name = "t3379"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<2x3xi16>, tensor<0x3xi32>, tensor<0x3xi16>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"1964 scatter"(%0: tensor<2x3xi16> {aic.name = "t3379"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xi16> {aic.name = "t2324"}) -> (tensor<2x3xi16> {aic.name = "t3379"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3xi16>, tensor<0x3xi32>, tensor<0x3xi16>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"1965 scatter"(%0: tensor<2x3xi16> {aic.name = "t3379"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xi16> {aic.name = "t2324"}) -> (tensor<2x3xi16> {aic.name = "t3379"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<2x3xi16>, tensor<0x3xi32>, tensor<0x3xi16>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"1966 scatter"(%0: tensor<2x3xi16> {aic.name = "t3379"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xi16> {aic.name = "t2324"}) -> (tensor<2x3xi16> {aic.name = "t3379"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<2x3xi16>, tensor<0x3xi32>, tensor<0x3xi16>) -> tensor<2x3xi16>
  return %result : tensor<2x3xi16>
}
func.func @"1967 scatter"(%0: tensor<2x3xi64> {aic.name = "t3380"}, %1: tensor<0x3xi64> {aic.name = "t1312"}, %2: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<2x3xi64> {aic.name = "t3380"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0} : (tensor<2x3xi64>, tensor<0x3xi64>, tensor<0x3xi64>) -> tensor<2x3xi64>
  return %result : tensor<2x3xi64>
}
func.func @"1968 scatter"(%0: tensor<2x3xi64> {aic.name = "t3380"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<2x3xi64> {aic.name = "t3380"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<add>} : (tensor<2x3xi64>, tensor<0x3xi32>, tensor<0x3xi64>) -> tensor<2x3xi64>
  return %result : tensor<2x3xi64>
}
func.func @"1969 scatter"(%0: tensor<2x3xi64> {aic.name = "t3380"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<2x3xi64> {aic.name = "t3380"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3xi64>, tensor<0x3xi32>, tensor<0x3xi64>) -> tensor<2x3xi64>
  return %result : tensor<2x3xi64>
}
func.func @"1970 scatter"(%0: tensor<2x3xi64> {aic.name = "t3380"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<2x3xi64> {aic.name = "t3380"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<2x3xi64>, tensor<0x3xi32>, tensor<0x3xi64>) -> tensor<2x3xi64>
  return %result : tensor<2x3xi64>
}
func.func @"1971 scatter"(%0: tensor<2x3xi64> {aic.name = "t3380"}, %1: tensor<0x3xi32> {aic.name = "t2321"}, %2: tensor<0x3xi64> {aic.name = "t1312"}) -> (tensor<2x3xi64> {aic.name = "t3380"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<2x3xi64>, tensor<0x3xi32>, tensor<0x3xi64>) -> tensor<2x3xi64>
  return %result : tensor<2x3xi64>
}
func.func @"1972 scatter"(%0: tensor<2x3x2x2xf64> {aic.name = "t3381"}, %1: tensor<2x3x1x5xi64> {aic.name = "t3382"}, %2: tensor<2x3x1x5xf64> {aic.name = "t3383"}) -> (tensor<2x3x2x2xf64> {aic.name = "t3384"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3} : (tensor<2x3x2x2xf64>, tensor<2x3x1x5xi64>, tensor<2x3x1x5xf64>) -> tensor<2x3x2x2xf64>
  return %result : tensor<2x3x2x2xf64>
}
func.func @"1973 scatter"(%0: tensor<2x3x2x2xf64> {aic.name = "t3381"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3385"}, %2: tensor<2x3x1x5xf64> {aic.name = "t3383"}) -> (tensor<2x3x2x2xf64> {aic.name = "t3386"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x2x2xf64>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xf64>) -> tensor<2x3x2x2xf64>
  return %result : tensor<2x3x2x2xf64>
}
func.func @"1974 scatter"(%0: tensor<2x3x2x2xf64> {aic.name = "t3381"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3385"}, %2: tensor<2x3x1x5xf64> {aic.name = "t3383"}) -> (tensor<2x3x2x2xf64> {aic.name = "t3387"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x2x2xf64>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xf64>) -> tensor<2x3x2x2xf64>
  return %result : tensor<2x3x2x2xf64>
}
func.func @"1975 scatter"(%0: tensor<2x3x2x2xf64> {aic.name = "t3381"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3385"}, %2: tensor<2x3x1x5xf64> {aic.name = "t3383"}) -> (tensor<2x3x2x2xf64> {aic.name = "t3388"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x2x2xf64>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xf64>) -> tensor<2x3x2x2xf64>
  return %result : tensor<2x3x2x2xf64>
}
func.func @"1976 scatter"(%0: tensor<2x3x2x2xf64> {aic.name = "t3381"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3385"}, %2: tensor<2x3x1x5xf64> {aic.name = "t3383"}) -> (tensor<2x3x2x2xf64> {aic.name = "t3389"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x2x2xf64>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xf64>) -> tensor<2x3x2x2xf64>
  return %result : tensor<2x3x2x2xf64>
}
func.func @"1977 scatter"(%0: tensor<2x3x2x2xi1> {aic.name = "t3390"}, %1: tensor<2x3x1x5xi64> {aic.name = "t3391"}, %2: tensor<2x3x1x5xi1> {aic.name = "t3392"}) -> (tensor<2x3x2x2xi1> {aic.name = "t3393"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3} : (tensor<2x3x2x2xi1>, tensor<2x3x1x5xi64>, tensor<2x3x1x5xi1>) -> tensor<2x3x2x2xi1>
  return %result : tensor<2x3x2x2xi1>
}
func.func @"1978 scatter"(%0: tensor<2x3x2x2xui8> {aic.name = "t3394"}, %1: tensor<2x3x1x5xi64> {aic.name = "t3395"}, %2: tensor<2x3x1x5xui8> {aic.name = "t3396"}) -> (tensor<2x3x2x2xui8> {aic.name = "t3397"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3} : (tensor<2x3x2x2xui8>, tensor<2x3x1x5xi64>, tensor<2x3x1x5xui8>) -> tensor<2x3x2x2xui8>
  return %result : tensor<2x3x2x2xui8>
}
func.func @"1979 scatter"(%0: tensor<2x3x2x2xui8> {aic.name = "t3394"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3398"}, %2: tensor<2x3x1x5xui8> {aic.name = "t3396"}) -> (tensor<2x3x2x2xui8> {aic.name = "t3399"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x2x2xui8>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xui8>) -> tensor<2x3x2x2xui8>
  return %result : tensor<2x3x2x2xui8>
}
func.func @"1980 scatter"(%0: tensor<2x3x2x2xui8> {aic.name = "t3394"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3398"}, %2: tensor<2x3x1x5xui8> {aic.name = "t3396"}) -> (tensor<2x3x2x2xui8> {aic.name = "t3400"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x2x2xui8>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xui8>) -> tensor<2x3x2x2xui8>
  return %result : tensor<2x3x2x2xui8>
}
func.func @"1981 scatter"(%0: tensor<2x3x2x2xui8> {aic.name = "t3394"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3398"}, %2: tensor<2x3x1x5xui8> {aic.name = "t3396"}) -> (tensor<2x3x2x2xui8> {aic.name = "t3401"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x2x2xui8>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xui8>) -> tensor<2x3x2x2xui8>
  return %result : tensor<2x3x2x2xui8>
}
func.func @"1982 scatter"(%0: tensor<2x3x2x2xui8> {aic.name = "t3394"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3398"}, %2: tensor<2x3x1x5xui8> {aic.name = "t3396"}) -> (tensor<2x3x2x2xui8> {aic.name = "t3402"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x2x2xui8>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xui8>) -> tensor<2x3x2x2xui8>
  return %result : tensor<2x3x2x2xui8>
}
func.func @"1983 scatter"(%0: tensor<2x3x2x2xi16> {aic.name = "t3403"}, %1: tensor<2x3x1x5xi64> {aic.name = "t3404"}, %2: tensor<2x3x1x5xi16> {aic.name = "t3405"}) -> (tensor<2x3x2x2xi16> {aic.name = "t3406"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3} : (tensor<2x3x2x2xi16>, tensor<2x3x1x5xi64>, tensor<2x3x1x5xi16>) -> tensor<2x3x2x2xi16>
  return %result : tensor<2x3x2x2xi16>
}
func.func @"1984 scatter"(%0: tensor<2x3x2x2xi16> {aic.name = "t3403"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3407"}, %2: tensor<2x3x1x5xi16> {aic.name = "t3405"}) -> (tensor<2x3x2x2xi16> {aic.name = "t3408"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x2x2xi16>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xi16>) -> tensor<2x3x2x2xi16>
  return %result : tensor<2x3x2x2xi16>
}
func.func @"1985 scatter"(%0: tensor<2x3x2x2xi16> {aic.name = "t3403"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3407"}, %2: tensor<2x3x1x5xi16> {aic.name = "t3405"}) -> (tensor<2x3x2x2xi16> {aic.name = "t3409"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x2x2xi16>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xi16>) -> tensor<2x3x2x2xi16>
  return %result : tensor<2x3x2x2xi16>
}
func.func @"1986 scatter"(%0: tensor<2x3x2x2xi16> {aic.name = "t3403"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3407"}, %2: tensor<2x3x1x5xi16> {aic.name = "t3405"}) -> (tensor<2x3x2x2xi16> {aic.name = "t3410"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x2x2xi16>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xi16>) -> tensor<2x3x2x2xi16>
  return %result : tensor<2x3x2x2xi16>
}
func.func @"1987 scatter"(%0: tensor<2x3x2x2xi16> {aic.name = "t3403"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3407"}, %2: tensor<2x3x1x5xi16> {aic.name = "t3405"}) -> (tensor<2x3x2x2xi16> {aic.name = "t3411"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x2x2xi16>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xi16>) -> tensor<2x3x2x2xi16>
  return %result : tensor<2x3x2x2xi16>
}
func.func @"1988 scatter"(%0: tensor<2x3x2x2xi64> {aic.name = "t3412"}, %1: tensor<2x3x1x5xi64> {aic.name = "t3413"}, %2: tensor<2x3x1x5xi64> {aic.name = "t3414"}) -> (tensor<2x3x2x2xi64> {aic.name = "t3415"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3} : (tensor<2x3x2x2xi64>, tensor<2x3x1x5xi64>, tensor<2x3x1x5xi64>) -> tensor<2x3x2x2xi64>
  return %result : tensor<2x3x2x2xi64>
}
func.func @"1989 scatter"(%0: tensor<2x3x2x2xi64> {aic.name = "t3412"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3416"}, %2: tensor<2x3x1x5xi64> {aic.name = "t3414"}) -> (tensor<2x3x2x2xi64> {aic.name = "t3417"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<add>} : (tensor<2x3x2x2xi64>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xi64>) -> tensor<2x3x2x2xi64>
  return %result : tensor<2x3x2x2xi64>
}
func.func @"1990 scatter"(%0: tensor<2x3x2x2xi64> {aic.name = "t3412"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3416"}, %2: tensor<2x3x1x5xi64> {aic.name = "t3414"}) -> (tensor<2x3x2x2xi64> {aic.name = "t3418"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<mul>} : (tensor<2x3x2x2xi64>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xi64>) -> tensor<2x3x2x2xi64>
  return %result : tensor<2x3x2x2xi64>
}
func.func @"1991 scatter"(%0: tensor<2x3x2x2xi64> {aic.name = "t3412"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3416"}, %2: tensor<2x3x1x5xi64> {aic.name = "t3414"}) -> (tensor<2x3x2x2xi64> {aic.name = "t3419"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<min>} : (tensor<2x3x2x2xi64>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xi64>) -> tensor<2x3x2x2xi64>
  return %result : tensor<2x3x2x2xi64>
}
func.func @"1992 scatter"(%0: tensor<2x3x2x2xi64> {aic.name = "t3412"}, %1: tensor<2x3x1x5xi32> {aic.name = "t3416"}, %2: tensor<2x3x1x5xi64> {aic.name = "t3414"}) -> (tensor<2x3x2x2xi64> {aic.name = "t3420"}) {
  %result = aic.scatter %0, %1, %2 {dim = 3, reduction = #aic.scatter_reduction<max>} : (tensor<2x3x2x2xi64>, tensor<2x3x1x5xi32>, tensor<2x3x1x5xi64>) -> tensor<2x3x2x2xi64>
  return %result : tensor<2x3x2x2xi64>
}
func.func @"1993 scatter"(%0: tensor<4xf64> {aic.name = "t3421"}, %1: tensor<4xi64> {aic.name = "t3422"}, %2: tensor<4xf64> {aic.name = "t3423"}) -> (tensor<4xf64> {aic.name = "t3424"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<min>} : (tensor<4xf64>, tensor<4xi64>, tensor<4xf64>) -> tensor<4xf64>
  return %result : tensor<4xf64>
}
func.func @"1994 scatter"(%0: tensor<4xf64> {aic.name = "t3421"}, %1: tensor<4xi64> {aic.name = "t3422"}, %2: tensor<4xf64> {aic.name = "t3423"}) -> (tensor<4xf64> {aic.name = "t3425"}) {
  %result = aic.scatter %0, %1, %2 {dim = 0, reduction = #aic.scatter_reduction<max>} : (tensor<4xf64>, tensor<4xi64>, tensor<4xf64>) -> tensor<4xf64>
  return %result : tensor<4xf64>
}
func.func @"1995 topk"(%0: tensor<7xf64> {aic.name = "t3426"}) -> (tensor<0xf64> {aic.name = "t264"}, tensor<0xi64> {aic.name = "t2210"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<7xf64>) -> (tensor<0xf64>, tensor<0xi64>)
  return %result#0, %result#1 : tensor<0xf64>, tensor<0xi64>
}
func.func @"1996 topk"(%0: tensor<7xf64> {aic.name = "t3426"}) -> (tensor<0xf64> {aic.name = "t264"}, tensor<0xi64> {aic.name = "t2210"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<7xf64>) -> (tensor<0xf64>, tensor<0xi64>)
  return %result#0, %result#1 : tensor<0xf64>, tensor<0xi64>
}
func.func @"1997 topk"(%0: tensor<7xf64> {aic.name = "t3426"}) -> (tensor<1xf64> {aic.name = "t3427"}, tensor<1xi64> {aic.name = "t2436"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<7xf64>) -> (tensor<1xf64>, tensor<1xi64>)
  return %result#0, %result#1 : tensor<1xf64>, tensor<1xi64>
}
func.func @"1998 topk"(%0: tensor<7xf64> {aic.name = "t3426"}) -> (tensor<1xf64> {aic.name = "t3428"}, tensor<1xi64> {aic.name = "t3429"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<7xf64>) -> (tensor<1xf64>, tensor<1xi64>)
  return %result#0, %result#1 : tensor<1xf64>, tensor<1xi64>
}
func.func @"1999 topk"(%0: tensor<7xf64> {aic.name = "t3426"}) -> (tensor<3xf64> {aic.name = "t3430"}, tensor<3xi64> {aic.name = "t3431"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<7xf64>) -> (tensor<3xf64>, tensor<3xi64>)
  return %result#0, %result#1 : tensor<3xf64>, tensor<3xi64>
}
func.func @"2000 topk"(%0: tensor<7xf64> {aic.name = "t3426"}) -> (tensor<3xf64> {aic.name = "t3432"}, tensor<3xi64> {aic.name = "t3433"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<7xf64>) -> (tensor<3xf64>, tensor<3xi64>)
  return %result#0, %result#1 : tensor<3xf64>, tensor<3xi64>
}
func.func @"2001 topk"(%0: tensor<7xf64> {aic.name = "t3426"}) -> (tensor<7xf64> {aic.name = "t3434"}, tensor<7xi64> {aic.name = "t3435"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 0} : (tensor<7xf64>) -> (tensor<7xf64>, tensor<7xi64>)
  return %result#0, %result#1 : tensor<7xf64>, tensor<7xi64>
}
func.func @"2002 topk"(%0: tensor<7xf64> {aic.name = "t3426"}) -> (tensor<7xf64> {aic.name = "t3436"}, tensor<7xi64> {aic.name = "t3437"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 0, largest = false} : (tensor<7xf64>) -> (tensor<7xf64>, tensor<7xi64>)
  return %result#0, %result#1 : tensor<7xf64>, tensor<7xi64>
}
func.func @"2003 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<0x5xf64> {aic.name = "t1317"}, tensor<0x5xi64> {aic.name = "t1319"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<3x5xf64>) -> (tensor<0x5xf64>, tensor<0x5xi64>)
  return %result#0, %result#1 : tensor<0x5xf64>, tensor<0x5xi64>
}
func.func @"2004 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<0x5xf64> {aic.name = "t1317"}, tensor<0x5xi64> {aic.name = "t1319"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<3x5xf64>) -> (tensor<0x5xf64>, tensor<0x5xi64>)
  return %result#0, %result#1 : tensor<0x5xf64>, tensor<0x5xi64>
}
func.func @"2005 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<1x5xf64> {aic.name = "t3439"}, tensor<1x5xi64> {aic.name = "t3440"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<3x5xf64>) -> (tensor<1x5xf64>, tensor<1x5xi64>)
  return %result#0, %result#1 : tensor<1x5xf64>, tensor<1x5xi64>
}
func.func @"2006 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<1x5xf64> {aic.name = "t3441"}, tensor<1x5xi64> {aic.name = "t3442"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<3x5xf64>) -> (tensor<1x5xf64>, tensor<1x5xi64>)
  return %result#0, %result#1 : tensor<1x5xf64>, tensor<1x5xi64>
}
func.func @"2007 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x5xf64> {aic.name = "t3443"}, tensor<3x5xi64> {aic.name = "t3444"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<3x5xf64>) -> (tensor<3x5xf64>, tensor<3x5xi64>)
  return %result#0, %result#1 : tensor<3x5xf64>, tensor<3x5xi64>
}
func.func @"2008 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x5xf64> {aic.name = "t3445"}, tensor<3x5xi64> {aic.name = "t3446"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<3x5xf64>) -> (tensor<3x5xf64>, tensor<3x5xi64>)
  return %result#0, %result#1 : tensor<3x5xf64>, tensor<3x5xi64>
}
func.func @"2009 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x0xf64> {aic.name = "t1185"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<3x5xf64>) -> (tensor<3x0xf64>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xf64>, tensor<3x0xi64>
}
func.func @"2010 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x0xf64> {aic.name = "t1185"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<3x5xf64>) -> (tensor<3x0xf64>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xf64>, tensor<3x0xi64>
}
func.func @"2011 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x1xf64> {aic.name = "t3448"}, tensor<3x1xi64> {aic.name = "t3449"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<3x5xf64>) -> (tensor<3x1xf64>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xf64>, tensor<3x1xi64>
}
func.func @"2012 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x1xf64> {aic.name = "t3450"}, tensor<3x1xi64> {aic.name = "t3451"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<3x5xf64>) -> (tensor<3x1xf64>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xf64>, tensor<3x1xi64>
}
func.func @"2013 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x3xf64> {aic.name = "t3452"}, tensor<3x3xi64> {aic.name = "t3453"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<3x5xf64>) -> (tensor<3x3xf64>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xf64>, tensor<3x3xi64>
}
func.func @"2014 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x3xf64> {aic.name = "t3454"}, tensor<3x3xi64> {aic.name = "t3455"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<3x5xf64>) -> (tensor<3x3xf64>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xf64>, tensor<3x3xi64>
}
func.func @"2015 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x5xf64> {aic.name = "t3456"}, tensor<3x5xi64> {aic.name = "t3457"}) {
  %result:2 = aic.topk %0 {k = 5, dim = 1} : (tensor<3x5xf64>) -> (tensor<3x5xf64>, tensor<3x5xi64>)
  return %result#0, %result#1 : tensor<3x5xf64>, tensor<3x5xi64>
}
func.func @"2016 topk"(%0: tensor<3x5xf64> {aic.name = "t3438"}) -> (tensor<3x5xf64> {aic.name = "t3458"}, tensor<3x5xi64> {aic.name = "t3459"}) {
  %result:2 = aic.topk %0 {k = 5, dim = 1, largest = false} : (tensor<3x5xf64>) -> (tensor<3x5xf64>, tensor<3x5xi64>)
  return %result#0, %result#1 : tensor<3x5xf64>, tensor<3x5xi64>
}
func.func @"2017 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<0x3x9xf64> {aic.name = "t3461"}, tensor<0x3x9xi64> {aic.name = "t3462"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<2x3x9xf64>) -> (tensor<0x3x9xf64>, tensor<0x3x9xi64>)
  return %result#0, %result#1 : tensor<0x3x9xf64>, tensor<0x3x9xi64>
}
func.func @"2018 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<0x3x9xf64> {aic.name = "t3461"}, tensor<0x3x9xi64> {aic.name = "t3462"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<2x3x9xf64>) -> (tensor<0x3x9xf64>, tensor<0x3x9xi64>)
  return %result#0, %result#1 : tensor<0x3x9xf64>, tensor<0x3x9xi64>
}
func.func @"2019 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<1x3x9xf64> {aic.name = "t3463"}, tensor<1x3x9xi64> {aic.name = "t3464"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<2x3x9xf64>) -> (tensor<1x3x9xf64>, tensor<1x3x9xi64>)
  return %result#0, %result#1 : tensor<1x3x9xf64>, tensor<1x3x9xi64>
}
func.func @"2020 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<1x3x9xf64> {aic.name = "t3465"}, tensor<1x3x9xi64> {aic.name = "t3466"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<2x3x9xf64>) -> (tensor<1x3x9xf64>, tensor<1x3x9xi64>)
  return %result#0, %result#1 : tensor<1x3x9xf64>, tensor<1x3x9xi64>
}
func.func @"2021 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x9xf64> {aic.name = "t3467"}, tensor<2x3x9xi64> {aic.name = "t3468"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 0} : (tensor<2x3x9xf64>) -> (tensor<2x3x9xf64>, tensor<2x3x9xi64>)
  return %result#0, %result#1 : tensor<2x3x9xf64>, tensor<2x3x9xi64>
}
func.func @"2022 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x9xf64> {aic.name = "t3469"}, tensor<2x3x9xi64> {aic.name = "t3470"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 0, largest = false} : (tensor<2x3x9xf64>) -> (tensor<2x3x9xf64>, tensor<2x3x9xi64>)
  return %result#0, %result#1 : tensor<2x3x9xf64>, tensor<2x3x9xi64>
}
func.func @"2023 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x0x9xf64> {aic.name = "t3471"}, tensor<2x0x9xi64> {aic.name = "t3472"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<2x3x9xf64>) -> (tensor<2x0x9xf64>, tensor<2x0x9xi64>)
  return %result#0, %result#1 : tensor<2x0x9xf64>, tensor<2x0x9xi64>
}
func.func @"2024 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x0x9xf64> {aic.name = "t3471"}, tensor<2x0x9xi64> {aic.name = "t3472"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<2x3x9xf64>) -> (tensor<2x0x9xf64>, tensor<2x0x9xi64>)
  return %result#0, %result#1 : tensor<2x0x9xf64>, tensor<2x0x9xi64>
}
func.func @"2025 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x1x9xf64> {aic.name = "t3473"}, tensor<2x1x9xi64> {aic.name = "t3474"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<2x3x9xf64>) -> (tensor<2x1x9xf64>, tensor<2x1x9xi64>)
  return %result#0, %result#1 : tensor<2x1x9xf64>, tensor<2x1x9xi64>
}
func.func @"2026 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x1x9xf64> {aic.name = "t3475"}, tensor<2x1x9xi64> {aic.name = "t3476"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<2x3x9xf64>) -> (tensor<2x1x9xf64>, tensor<2x1x9xi64>)
  return %result#0, %result#1 : tensor<2x1x9xf64>, tensor<2x1x9xi64>
}
func.func @"2027 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x9xf64> {aic.name = "t3477"}, tensor<2x3x9xi64> {aic.name = "t3478"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<2x3x9xf64>) -> (tensor<2x3x9xf64>, tensor<2x3x9xi64>)
  return %result#0, %result#1 : tensor<2x3x9xf64>, tensor<2x3x9xi64>
}
func.func @"2028 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x9xf64> {aic.name = "t3479"}, tensor<2x3x9xi64> {aic.name = "t3480"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<2x3x9xf64>) -> (tensor<2x3x9xf64>, tensor<2x3x9xi64>)
  return %result#0, %result#1 : tensor<2x3x9xf64>, tensor<2x3x9xi64>
}
func.func @"2029 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x0xf64> {aic.name = "t2754"}, tensor<2x3x0xi64> {aic.name = "t3481"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 2} : (tensor<2x3x9xf64>) -> (tensor<2x3x0xf64>, tensor<2x3x0xi64>)
  return %result#0, %result#1 : tensor<2x3x0xf64>, tensor<2x3x0xi64>
}
func.func @"2030 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x0xf64> {aic.name = "t2754"}, tensor<2x3x0xi64> {aic.name = "t3481"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 2, largest = false} : (tensor<2x3x9xf64>) -> (tensor<2x3x0xf64>, tensor<2x3x0xi64>)
  return %result#0, %result#1 : tensor<2x3x0xf64>, tensor<2x3x0xi64>
}
func.func @"2031 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x1xf64> {aic.name = "t3482"}, tensor<2x3x1xi64> {aic.name = "t3483"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 2} : (tensor<2x3x9xf64>) -> (tensor<2x3x1xf64>, tensor<2x3x1xi64>)
  return %result#0, %result#1 : tensor<2x3x1xf64>, tensor<2x3x1xi64>
}
func.func @"2032 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x1xf64> {aic.name = "t3484"}, tensor<2x3x1xi64> {aic.name = "t3485"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 2, largest = false} : (tensor<2x3x9xf64>) -> (tensor<2x3x1xf64>, tensor<2x3x1xi64>)
  return %result#0, %result#1 : tensor<2x3x1xf64>, tensor<2x3x1xi64>
}
func.func @"2033 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x3xf64> {aic.name = "t3486"}, tensor<2x3x3xi64> {aic.name = "t3487"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 2} : (tensor<2x3x9xf64>) -> (tensor<2x3x3xf64>, tensor<2x3x3xi64>)
  return %result#0, %result#1 : tensor<2x3x3xf64>, tensor<2x3x3xi64>
}
func.func @"2034 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x3xf64> {aic.name = "t3488"}, tensor<2x3x3xi64> {aic.name = "t3489"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 2, largest = false} : (tensor<2x3x9xf64>) -> (tensor<2x3x3xf64>, tensor<2x3x3xi64>)
  return %result#0, %result#1 : tensor<2x3x3xf64>, tensor<2x3x3xi64>
}
func.func @"2035 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x9xf64> {aic.name = "t3490"}, tensor<2x3x9xi64> {aic.name = "t3491"}) {
  %result:2 = aic.topk %0 {k = 9, dim = 2} : (tensor<2x3x9xf64>) -> (tensor<2x3x9xf64>, tensor<2x3x9xi64>)
  return %result#0, %result#1 : tensor<2x3x9xf64>, tensor<2x3x9xi64>
}
func.func @"2036 topk"(%0: tensor<2x3x9xf64> {aic.name = "t3460"}) -> (tensor<2x3x9xf64> {aic.name = "t3492"}, tensor<2x3x9xi64> {aic.name = "t3493"}) {
  %result:2 = aic.topk %0 {k = 9, dim = 2, largest = false} : (tensor<2x3x9xf64>) -> (tensor<2x3x9xf64>, tensor<2x3x9xi64>)
  return %result#0, %result#1 : tensor<2x3x9xf64>, tensor<2x3x9xi64>
}
func.func @"2037 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<0x4xf64> {aic.name = "t1348"}, tensor<0x4xi64> {aic.name = "t3495"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<5x4xf64>) -> (tensor<0x4xf64>, tensor<0x4xi64>)
  return %result#0, %result#1 : tensor<0x4xf64>, tensor<0x4xi64>
}
func.func @"2038 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<0x4xf64> {aic.name = "t1348"}, tensor<0x4xi64> {aic.name = "t3495"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<5x4xf64>) -> (tensor<0x4xf64>, tensor<0x4xi64>)
  return %result#0, %result#1 : tensor<0x4xf64>, tensor<0x4xi64>
}
func.func @"2039 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<1x4xf64> {aic.name = "t3496"}, tensor<1x4xi64> {aic.name = "t3497"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<5x4xf64>) -> (tensor<1x4xf64>, tensor<1x4xi64>)
  return %result#0, %result#1 : tensor<1x4xf64>, tensor<1x4xi64>
}
func.func @"2040 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<1x4xf64> {aic.name = "t3498"}, tensor<1x4xi64> {aic.name = "t3499"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<5x4xf64>) -> (tensor<1x4xf64>, tensor<1x4xi64>)
  return %result#0, %result#1 : tensor<1x4xf64>, tensor<1x4xi64>
}
func.func @"2041 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<3x4xf64> {aic.name = "t3500"}, tensor<3x4xi64> {aic.name = "t3501"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<5x4xf64>) -> (tensor<3x4xf64>, tensor<3x4xi64>)
  return %result#0, %result#1 : tensor<3x4xf64>, tensor<3x4xi64>
}
func.func @"2042 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<3x4xf64> {aic.name = "t3502"}, tensor<3x4xi64> {aic.name = "t3503"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<5x4xf64>) -> (tensor<3x4xf64>, tensor<3x4xi64>)
  return %result#0, %result#1 : tensor<3x4xf64>, tensor<3x4xi64>
}
func.func @"2043 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x4xf64> {aic.name = "t3504"}, tensor<5x4xi64> {aic.name = "t3505"}) {
  %result:2 = aic.topk %0 {k = 5, dim = 0} : (tensor<5x4xf64>) -> (tensor<5x4xf64>, tensor<5x4xi64>)
  return %result#0, %result#1 : tensor<5x4xf64>, tensor<5x4xi64>
}
func.func @"2044 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x4xf64> {aic.name = "t3506"}, tensor<5x4xi64> {aic.name = "t3507"}) {
  %result:2 = aic.topk %0 {k = 5, dim = 0, largest = false} : (tensor<5x4xf64>) -> (tensor<5x4xf64>, tensor<5x4xi64>)
  return %result#0, %result#1 : tensor<5x4xf64>, tensor<5x4xi64>
}
func.func @"2045 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x0xf64> {aic.name = "t1252"}, tensor<5x0xi64> {aic.name = "t3508"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<5x4xf64>) -> (tensor<5x0xf64>, tensor<5x0xi64>)
  return %result#0, %result#1 : tensor<5x0xf64>, tensor<5x0xi64>
}
func.func @"2046 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x0xf64> {aic.name = "t1252"}, tensor<5x0xi64> {aic.name = "t3508"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<5x4xf64>) -> (tensor<5x0xf64>, tensor<5x0xi64>)
  return %result#0, %result#1 : tensor<5x0xf64>, tensor<5x0xi64>
}
func.func @"2047 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x1xf64> {aic.name = "t3509"}, tensor<5x1xi64> {aic.name = "t3510"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<5x4xf64>) -> (tensor<5x1xf64>, tensor<5x1xi64>)
  return %result#0, %result#1 : tensor<5x1xf64>, tensor<5x1xi64>
}
func.func @"2048 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x1xf64> {aic.name = "t3511"}, tensor<5x1xi64> {aic.name = "t3512"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<5x4xf64>) -> (tensor<5x1xf64>, tensor<5x1xi64>)
  return %result#0, %result#1 : tensor<5x1xf64>, tensor<5x1xi64>
}
func.func @"2049 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x3xf64> {aic.name = "t3513"}, tensor<5x3xi64> {aic.name = "t3514"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<5x4xf64>) -> (tensor<5x3xf64>, tensor<5x3xi64>)
  return %result#0, %result#1 : tensor<5x3xf64>, tensor<5x3xi64>
}
func.func @"2050 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x3xf64> {aic.name = "t3515"}, tensor<5x3xi64> {aic.name = "t3516"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<5x4xf64>) -> (tensor<5x3xf64>, tensor<5x3xi64>)
  return %result#0, %result#1 : tensor<5x3xf64>, tensor<5x3xi64>
}
func.func @"2051 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x4xf64> {aic.name = "t3517"}, tensor<5x4xi64> {aic.name = "t3518"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 1} : (tensor<5x4xf64>) -> (tensor<5x4xf64>, tensor<5x4xi64>)
  return %result#0, %result#1 : tensor<5x4xf64>, tensor<5x4xi64>
}
func.func @"2052 topk"(%0: tensor<5x4xf64> {aic.name = "t3494"}) -> (tensor<5x4xf64> {aic.name = "t3519"}, tensor<5x4xi64> {aic.name = "t3520"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 1, largest = false} : (tensor<5x4xf64>) -> (tensor<5x4xf64>, tensor<5x4xi64>)
  return %result#0, %result#1 : tensor<5x4xf64>, tensor<5x4xi64>
}
func.func @"2053 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<0x4xf64> {aic.name = "t1348"}, tensor<0x4xi64> {aic.name = "t3495"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<3x4xf64>) -> (tensor<0x4xf64>, tensor<0x4xi64>)
  return %result#0, %result#1 : tensor<0x4xf64>, tensor<0x4xi64>
}
func.func @"2054 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<0x4xf64> {aic.name = "t1348"}, tensor<0x4xi64> {aic.name = "t3495"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<3x4xf64>) -> (tensor<0x4xf64>, tensor<0x4xi64>)
  return %result#0, %result#1 : tensor<0x4xf64>, tensor<0x4xi64>
}
func.func @"2055 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<1x4xf64> {aic.name = "t3521"}, tensor<1x4xi64> {aic.name = "t3522"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<3x4xf64>) -> (tensor<1x4xf64>, tensor<1x4xi64>)
  return %result#0, %result#1 : tensor<1x4xf64>, tensor<1x4xi64>
}
func.func @"2056 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<1x4xf64> {aic.name = "t3521"}, tensor<1x4xi64> {aic.name = "t3522"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<3x4xf64>) -> (tensor<1x4xf64>, tensor<1x4xi64>)
  return %result#0, %result#1 : tensor<1x4xf64>, tensor<1x4xi64>
}
func.func @"2057 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x4xf64> {aic.name = "t2460"}, tensor<3x4xi64> {aic.name = "t3523"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<3x4xf64>) -> (tensor<3x4xf64>, tensor<3x4xi64>)
  return %result#0, %result#1 : tensor<3x4xf64>, tensor<3x4xi64>
}
func.func @"2058 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x4xf64> {aic.name = "t2460"}, tensor<3x4xi64> {aic.name = "t3523"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<3x4xf64>) -> (tensor<3x4xf64>, tensor<3x4xi64>)
  return %result#0, %result#1 : tensor<3x4xf64>, tensor<3x4xi64>
}
func.func @"2059 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x0xf64> {aic.name = "t1185"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<3x4xf64>) -> (tensor<3x0xf64>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xf64>, tensor<3x0xi64>
}
func.func @"2060 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x0xf64> {aic.name = "t1185"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<3x4xf64>) -> (tensor<3x0xf64>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xf64>, tensor<3x0xi64>
}
func.func @"2061 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x1xf64> {aic.name = "t3524"}, tensor<3x1xi64> {aic.name = "t2461"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<3x4xf64>) -> (tensor<3x1xf64>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xf64>, tensor<3x1xi64>
}
func.func @"2062 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x1xf64> {aic.name = "t3524"}, tensor<3x1xi64> {aic.name = "t2461"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<3x4xf64>) -> (tensor<3x1xf64>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xf64>, tensor<3x1xi64>
}
func.func @"2063 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x3xf64> {aic.name = "t3525"}, tensor<3x3xi64> {aic.name = "t3526"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<3x4xf64>) -> (tensor<3x3xf64>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xf64>, tensor<3x3xi64>
}
func.func @"2064 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x3xf64> {aic.name = "t3525"}, tensor<3x3xi64> {aic.name = "t3526"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<3x4xf64>) -> (tensor<3x3xf64>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xf64>, tensor<3x3xi64>
}
func.func @"2065 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x4xf64> {aic.name = "t2460"}, tensor<3x4xi64> {aic.name = "t3527"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 1} : (tensor<3x4xf64>) -> (tensor<3x4xf64>, tensor<3x4xi64>)
  return %result#0, %result#1 : tensor<3x4xf64>, tensor<3x4xi64>
}
func.func @"2066 topk"(%0: tensor<3x4xf64> {aic.name = "t2460"}) -> (tensor<3x4xf64> {aic.name = "t2460"}, tensor<3x4xi64> {aic.name = "t3527"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 1, largest = false} : (tensor<3x4xf64>) -> (tensor<3x4xf64>, tensor<3x4xi64>)
  return %result#0, %result#1 : tensor<3x4xf64>, tensor<3x4xi64>
}
func.func @"2067 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<0x0x2xf64> {aic.name = "t3529"}, tensor<0x0x2xi64> {aic.name = "t3530"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<4x0x2xf64>) -> (tensor<0x0x2xf64>, tensor<0x0x2xi64>)
  return %result#0, %result#1 : tensor<0x0x2xf64>, tensor<0x0x2xi64>
}
func.func @"2068 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<0x0x2xf64> {aic.name = "t3529"}, tensor<0x0x2xi64> {aic.name = "t3530"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<4x0x2xf64>) -> (tensor<0x0x2xf64>, tensor<0x0x2xi64>)
  return %result#0, %result#1 : tensor<0x0x2xf64>, tensor<0x0x2xi64>
}
func.func @"2069 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<1x0x2xf64> {aic.name = "t3531"}, tensor<1x0x2xi64> {aic.name = "t3532"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<4x0x2xf64>) -> (tensor<1x0x2xf64>, tensor<1x0x2xi64>)
  return %result#0, %result#1 : tensor<1x0x2xf64>, tensor<1x0x2xi64>
}
func.func @"2070 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<1x0x2xf64> {aic.name = "t3531"}, tensor<1x0x2xi64> {aic.name = "t3532"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<4x0x2xf64>) -> (tensor<1x0x2xf64>, tensor<1x0x2xi64>)
  return %result#0, %result#1 : tensor<1x0x2xf64>, tensor<1x0x2xi64>
}
func.func @"2071 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<3x0x2xf64> {aic.name = "t3533"}, tensor<3x0x2xi64> {aic.name = "t3534"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<4x0x2xf64>) -> (tensor<3x0x2xf64>, tensor<3x0x2xi64>)
  return %result#0, %result#1 : tensor<3x0x2xf64>, tensor<3x0x2xi64>
}
func.func @"2072 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<3x0x2xf64> {aic.name = "t3533"}, tensor<3x0x2xi64> {aic.name = "t3534"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<4x0x2xf64>) -> (tensor<3x0x2xf64>, tensor<3x0x2xi64>)
  return %result#0, %result#1 : tensor<3x0x2xf64>, tensor<3x0x2xi64>
}
func.func @"2073 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x2xf64> {aic.name = "t3528"}, tensor<4x0x2xi64> {aic.name = "t3535"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 0} : (tensor<4x0x2xf64>) -> (tensor<4x0x2xf64>, tensor<4x0x2xi64>)
  return %result#0, %result#1 : tensor<4x0x2xf64>, tensor<4x0x2xi64>
}
func.func @"2074 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x2xf64> {aic.name = "t3528"}, tensor<4x0x2xi64> {aic.name = "t3535"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 0, largest = false} : (tensor<4x0x2xf64>) -> (tensor<4x0x2xf64>, tensor<4x0x2xi64>)
  return %result#0, %result#1 : tensor<4x0x2xf64>, tensor<4x0x2xi64>
}
func.func @"2075 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x2xf64> {aic.name = "t3528"}, tensor<4x0x2xi64> {aic.name = "t3535"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<4x0x2xf64>) -> (tensor<4x0x2xf64>, tensor<4x0x2xi64>)
  return %result#0, %result#1 : tensor<4x0x2xf64>, tensor<4x0x2xi64>
}
func.func @"2076 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x2xf64> {aic.name = "t3528"}, tensor<4x0x2xi64> {aic.name = "t3535"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<4x0x2xf64>) -> (tensor<4x0x2xf64>, tensor<4x0x2xi64>)
  return %result#0, %result#1 : tensor<4x0x2xf64>, tensor<4x0x2xi64>
}
func.func @"2077 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x0xf64> {aic.name = "t3536"}, tensor<4x0x0xi64> {aic.name = "t3537"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 2} : (tensor<4x0x2xf64>) -> (tensor<4x0x0xf64>, tensor<4x0x0xi64>)
  return %result#0, %result#1 : tensor<4x0x0xf64>, tensor<4x0x0xi64>
}
func.func @"2078 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x0xf64> {aic.name = "t3536"}, tensor<4x0x0xi64> {aic.name = "t3537"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 2, largest = false} : (tensor<4x0x2xf64>) -> (tensor<4x0x0xf64>, tensor<4x0x0xi64>)
  return %result#0, %result#1 : tensor<4x0x0xf64>, tensor<4x0x0xi64>
}
func.func @"2079 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x1xf64> {aic.name = "t3538"}, tensor<4x0x1xi64> {aic.name = "t3539"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 2} : (tensor<4x0x2xf64>) -> (tensor<4x0x1xf64>, tensor<4x0x1xi64>)
  return %result#0, %result#1 : tensor<4x0x1xf64>, tensor<4x0x1xi64>
}
func.func @"2080 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x1xf64> {aic.name = "t3538"}, tensor<4x0x1xi64> {aic.name = "t3539"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 2, largest = false} : (tensor<4x0x2xf64>) -> (tensor<4x0x1xf64>, tensor<4x0x1xi64>)
  return %result#0, %result#1 : tensor<4x0x1xf64>, tensor<4x0x1xi64>
}
func.func @"2081 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x2xf64> {aic.name = "t3528"}, tensor<4x0x2xi64> {aic.name = "t3535"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 2} : (tensor<4x0x2xf64>) -> (tensor<4x0x2xf64>, tensor<4x0x2xi64>)
  return %result#0, %result#1 : tensor<4x0x2xf64>, tensor<4x0x2xi64>
}
func.func @"2082 topk"(%0: tensor<4x0x2xf64> {aic.name = "t3528"}) -> (tensor<4x0x2xf64> {aic.name = "t3528"}, tensor<4x0x2xi64> {aic.name = "t3535"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 2, largest = false} : (tensor<4x0x2xf64>) -> (tensor<4x0x2xf64>, tensor<4x0x2xi64>)
  return %result#0, %result#1 : tensor<4x0x2xf64>, tensor<4x0x2xi64>
}
func.func @"2083 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<0x3x4x2xf64> {aic.name = "t3541"}, tensor<0x3x4x2xi64> {aic.name = "t3542"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<2x3x4x2xf64>) -> (tensor<0x3x4x2xf64>, tensor<0x3x4x2xi64>)
  return %result#0, %result#1 : tensor<0x3x4x2xf64>, tensor<0x3x4x2xi64>
}
func.func @"2084 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<0x3x4x2xf64> {aic.name = "t3541"}, tensor<0x3x4x2xi64> {aic.name = "t3542"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<0x3x4x2xf64>, tensor<0x3x4x2xi64>)
  return %result#0, %result#1 : tensor<0x3x4x2xf64>, tensor<0x3x4x2xi64>
}
func.func @"2085 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<1x3x4x2xf64> {aic.name = "t3543"}, tensor<1x3x4x2xi64> {aic.name = "t3544"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<2x3x4x2xf64>) -> (tensor<1x3x4x2xf64>, tensor<1x3x4x2xi64>)
  return %result#0, %result#1 : tensor<1x3x4x2xf64>, tensor<1x3x4x2xi64>
}
func.func @"2086 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<1x3x4x2xf64> {aic.name = "t3545"}, tensor<1x3x4x2xi64> {aic.name = "t3546"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<1x3x4x2xf64>, tensor<1x3x4x2xi64>)
  return %result#0, %result#1 : tensor<1x3x4x2xf64>, tensor<1x3x4x2xi64>
}
func.func @"2087 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x2xf64> {aic.name = "t3547"}, tensor<2x3x4x2xi64> {aic.name = "t3548"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 0} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>)
  return %result#0, %result#1 : tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>
}
func.func @"2088 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x2xf64> {aic.name = "t3549"}, tensor<2x3x4x2xi64> {aic.name = "t3550"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 0, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>)
  return %result#0, %result#1 : tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>
}
func.func @"2089 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x0x4x2xf64> {aic.name = "t3551"}, tensor<2x0x4x2xi64> {aic.name = "t3552"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<2x3x4x2xf64>) -> (tensor<2x0x4x2xf64>, tensor<2x0x4x2xi64>)
  return %result#0, %result#1 : tensor<2x0x4x2xf64>, tensor<2x0x4x2xi64>
}
func.func @"2090 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x0x4x2xf64> {aic.name = "t3551"}, tensor<2x0x4x2xi64> {aic.name = "t3552"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x0x4x2xf64>, tensor<2x0x4x2xi64>)
  return %result#0, %result#1 : tensor<2x0x4x2xf64>, tensor<2x0x4x2xi64>
}
func.func @"2091 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x1x4x2xf64> {aic.name = "t3553"}, tensor<2x1x4x2xi64> {aic.name = "t3554"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<2x3x4x2xf64>) -> (tensor<2x1x4x2xf64>, tensor<2x1x4x2xi64>)
  return %result#0, %result#1 : tensor<2x1x4x2xf64>, tensor<2x1x4x2xi64>
}
func.func @"2092 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x1x4x2xf64> {aic.name = "t3555"}, tensor<2x1x4x2xi64> {aic.name = "t3556"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x1x4x2xf64>, tensor<2x1x4x2xi64>)
  return %result#0, %result#1 : tensor<2x1x4x2xf64>, tensor<2x1x4x2xi64>
}
func.func @"2093 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x2xf64> {aic.name = "t3557"}, tensor<2x3x4x2xi64> {aic.name = "t3558"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>)
  return %result#0, %result#1 : tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>
}
func.func @"2094 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x2xf64> {aic.name = "t3559"}, tensor<2x3x4x2xi64> {aic.name = "t3560"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>)
  return %result#0, %result#1 : tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>
}
func.func @"2095 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x0x2xf64> {aic.name = "t3561"}, tensor<2x3x0x2xi64> {aic.name = "t3562"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 2} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x0x2xf64>, tensor<2x3x0x2xi64>)
  return %result#0, %result#1 : tensor<2x3x0x2xf64>, tensor<2x3x0x2xi64>
}
func.func @"2096 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x0x2xf64> {aic.name = "t3561"}, tensor<2x3x0x2xi64> {aic.name = "t3562"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 2, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x0x2xf64>, tensor<2x3x0x2xi64>)
  return %result#0, %result#1 : tensor<2x3x0x2xf64>, tensor<2x3x0x2xi64>
}
func.func @"2097 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x1x2xf64> {aic.name = "t3563"}, tensor<2x3x1x2xi64> {aic.name = "t3564"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 2} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x1x2xf64>, tensor<2x3x1x2xi64>)
  return %result#0, %result#1 : tensor<2x3x1x2xf64>, tensor<2x3x1x2xi64>
}
func.func @"2098 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x1x2xf64> {aic.name = "t3565"}, tensor<2x3x1x2xi64> {aic.name = "t3566"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 2, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x1x2xf64>, tensor<2x3x1x2xi64>)
  return %result#0, %result#1 : tensor<2x3x1x2xf64>, tensor<2x3x1x2xi64>
}
func.func @"2099 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x3x2xf64> {aic.name = "t3567"}, tensor<2x3x3x2xi64> {aic.name = "t3568"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 2} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x3x2xf64>, tensor<2x3x3x2xi64>)
  return %result#0, %result#1 : tensor<2x3x3x2xf64>, tensor<2x3x3x2xi64>
}
func.func @"2100 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x3x2xf64> {aic.name = "t3569"}, tensor<2x3x3x2xi64> {aic.name = "t3570"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 2, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x3x2xf64>, tensor<2x3x3x2xi64>)
  return %result#0, %result#1 : tensor<2x3x3x2xf64>, tensor<2x3x3x2xi64>
}
func.func @"2101 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x2xf64> {aic.name = "t3571"}, tensor<2x3x4x2xi64> {aic.name = "t3572"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 2} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>)
  return %result#0, %result#1 : tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>
}
func.func @"2102 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x2xf64> {aic.name = "t3573"}, tensor<2x3x4x2xi64> {aic.name = "t3574"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 2, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>)
  return %result#0, %result#1 : tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>
}
func.func @"2103 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x0xf64> {aic.name = "t3575"}, tensor<2x3x4x0xi64> {aic.name = "t3576"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 3} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x0xf64>, tensor<2x3x4x0xi64>)
  return %result#0, %result#1 : tensor<2x3x4x0xf64>, tensor<2x3x4x0xi64>
}
func.func @"2104 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x0xf64> {aic.name = "t3575"}, tensor<2x3x4x0xi64> {aic.name = "t3576"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 3, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x0xf64>, tensor<2x3x4x0xi64>)
  return %result#0, %result#1 : tensor<2x3x4x0xf64>, tensor<2x3x4x0xi64>
}
func.func @"2105 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x1xf64> {aic.name = "t3577"}, tensor<2x3x4x1xi64> {aic.name = "t3578"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 3} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x1xf64>, tensor<2x3x4x1xi64>)
  return %result#0, %result#1 : tensor<2x3x4x1xf64>, tensor<2x3x4x1xi64>
}
func.func @"2106 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x1xf64> {aic.name = "t3579"}, tensor<2x3x4x1xi64> {aic.name = "t3580"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 3, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x1xf64>, tensor<2x3x4x1xi64>)
  return %result#0, %result#1 : tensor<2x3x4x1xf64>, tensor<2x3x4x1xi64>
}
func.func @"2107 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x2xf64> {aic.name = "t3581"}, tensor<2x3x4x2xi64> {aic.name = "t3582"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 3} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>)
  return %result#0, %result#1 : tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>
}
func.func @"2108 topk"(%0: tensor<2x3x4x2xf64> {aic.name = "t3540"}) -> (tensor<2x3x4x2xf64> {aic.name = "t3583"}, tensor<2x3x4x2xi64> {aic.name = "t3584"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 3, largest = false} : (tensor<2x3x4x2xf64>) -> (tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>)
  return %result#0, %result#1 : tensor<2x3x4x2xf64>, tensor<2x3x4x2xi64>
}
func.func @"2109 topk"(%0: tensor<65xf64> {aic.name = "t3585"}) -> (tensor<0xf64> {aic.name = "t264"}, tensor<0xi64> {aic.name = "t2210"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<65xf64>) -> (tensor<0xf64>, tensor<0xi64>)
  return %result#0, %result#1 : tensor<0xf64>, tensor<0xi64>
}
func.func @"2110 topk"(%0: tensor<65xf64> {aic.name = "t3585"}) -> (tensor<0xf64> {aic.name = "t264"}, tensor<0xi64> {aic.name = "t2210"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<65xf64>) -> (tensor<0xf64>, tensor<0xi64>)
  return %result#0, %result#1 : tensor<0xf64>, tensor<0xi64>
}
func.func @"2111 topk"(%0: tensor<65xf64> {aic.name = "t3585"}) -> (tensor<1xf64> {aic.name = "t3586"}, tensor<1xi64> {aic.name = "t3587"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<65xf64>) -> (tensor<1xf64>, tensor<1xi64>)
  return %result#0, %result#1 : tensor<1xf64>, tensor<1xi64>
}
func.func @"2112 topk"(%0: tensor<65xf64> {aic.name = "t3585"}) -> (tensor<1xf64> {aic.name = "t3588"}, tensor<1xi64> {aic.name = "t3589"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<65xf64>) -> (tensor<1xf64>, tensor<1xi64>)
  return %result#0, %result#1 : tensor<1xf64>, tensor<1xi64>
}
func.func @"2113 topk"(%0: tensor<65xf64> {aic.name = "t3585"}) -> (tensor<3xf64> {aic.name = "t3590"}, tensor<3xi64> {aic.name = "t3591"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<65xf64>) -> (tensor<3xf64>, tensor<3xi64>)
  return %result#0, %result#1 : tensor<3xf64>, tensor<3xi64>
}
func.func @"2114 topk"(%0: tensor<65xf64> {aic.name = "t3585"}) -> (tensor<3xf64> {aic.name = "t3592"}, tensor<3xi64> {aic.name = "t3593"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<65xf64>) -> (tensor<3xf64>, tensor<3xi64>)
  return %result#0, %result#1 : tensor<3xf64>, tensor<3xi64>
}
func.func @"2115 topk"(%0: tensor<65xf64> {aic.name = "t3585"}) -> (tensor<65xf64> {aic.name = "t3594"}, tensor<65xi64> {aic.name = "t3595"}) {
  %result:2 = aic.topk %0 {k = 65, dim = 0} : (tensor<65xf64>) -> (tensor<65xf64>, tensor<65xi64>)
  return %result#0, %result#1 : tensor<65xf64>, tensor<65xi64>
}
func.func @"2116 topk"(%0: tensor<65xf64> {aic.name = "t3585"}) -> (tensor<65xf64> {aic.name = "t3596"}, tensor<65xi64> {aic.name = "t3597"}) {
  %result:2 = aic.topk %0 {k = 65, dim = 0, largest = false} : (tensor<65xf64>) -> (tensor<65xf64>, tensor<65xi64>)
  return %result#0, %result#1 : tensor<65xf64>, tensor<65xi64>
}
func.func @"2117 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<0x7xi8> {aic.name = "t3599"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<3x7xi8>) -> (tensor<0x7xi8>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xi8>, tensor<0x7xi64>
}
func.func @"2118 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<0x7xi8> {aic.name = "t3599"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<3x7xi8>) -> (tensor<0x7xi8>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xi8>, tensor<0x7xi64>
}
func.func @"2119 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<1x7xi8> {aic.name = "t3601"}, tensor<1x7xi64> {aic.name = "t3602"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<3x7xi8>) -> (tensor<1x7xi8>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xi8>, tensor<1x7xi64>
}
func.func @"2120 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<1x7xi8> {aic.name = "t3603"}, tensor<1x7xi64> {aic.name = "t3604"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<3x7xi8>) -> (tensor<1x7xi8>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xi8>, tensor<1x7xi64>
}
func.func @"2121 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x7xi8> {aic.name = "t3605"}, tensor<3x7xi64> {aic.name = "t3606"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<3x7xi8>) -> (tensor<3x7xi8>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi8>, tensor<3x7xi64>
}
func.func @"2122 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x7xi8> {aic.name = "t3607"}, tensor<3x7xi64> {aic.name = "t3608"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<3x7xi8>) -> (tensor<3x7xi8>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi8>, tensor<3x7xi64>
}
func.func @"2123 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x0xi8> {aic.name = "t2416"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<3x7xi8>) -> (tensor<3x0xi8>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xi8>, tensor<3x0xi64>
}
func.func @"2124 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x0xi8> {aic.name = "t2416"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<3x7xi8>) -> (tensor<3x0xi8>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xi8>, tensor<3x0xi64>
}
func.func @"2125 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x1xi8> {aic.name = "t3609"}, tensor<3x1xi64> {aic.name = "t3610"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<3x7xi8>) -> (tensor<3x1xi8>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xi8>, tensor<3x1xi64>
}
func.func @"2126 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x1xi8> {aic.name = "t3611"}, tensor<3x1xi64> {aic.name = "t3612"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<3x7xi8>) -> (tensor<3x1xi8>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xi8>, tensor<3x1xi64>
}
func.func @"2127 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x3xi8> {aic.name = "t3613"}, tensor<3x3xi64> {aic.name = "t3614"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<3x7xi8>) -> (tensor<3x3xi8>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xi8>, tensor<3x3xi64>
}
func.func @"2128 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x3xi8> {aic.name = "t3615"}, tensor<3x3xi64> {aic.name = "t3616"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<3x7xi8>) -> (tensor<3x3xi8>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xi8>, tensor<3x3xi64>
}
func.func @"2129 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x7xi8> {aic.name = "t3617"}, tensor<3x7xi64> {aic.name = "t3618"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1} : (tensor<3x7xi8>) -> (tensor<3x7xi8>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi8>, tensor<3x7xi64>
}
func.func @"2130 topk"(%0: tensor<3x7xi8> {aic.name = "t3598"}) -> (tensor<3x7xi8> {aic.name = "t3619"}, tensor<3x7xi64> {aic.name = "t3620"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1, largest = false} : (tensor<3x7xi8>) -> (tensor<3x7xi8>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi8>, tensor<3x7xi64>
}
func.func @"2131 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<0x7xui8> {aic.name = "t3622"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<3x7xui8>) -> (tensor<0x7xui8>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xui8>, tensor<0x7xi64>
}
func.func @"2132 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<0x7xui8> {aic.name = "t3622"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<3x7xui8>) -> (tensor<0x7xui8>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xui8>, tensor<0x7xi64>
}
func.func @"2133 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<1x7xui8> {aic.name = "t3623"}, tensor<1x7xi64> {aic.name = "t3624"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<3x7xui8>) -> (tensor<1x7xui8>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xui8>, tensor<1x7xi64>
}
func.func @"2134 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<1x7xui8> {aic.name = "t3625"}, tensor<1x7xi64> {aic.name = "t3626"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<3x7xui8>) -> (tensor<1x7xui8>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xui8>, tensor<1x7xi64>
}
func.func @"2135 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x7xui8> {aic.name = "t3627"}, tensor<3x7xi64> {aic.name = "t3628"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<3x7xui8>) -> (tensor<3x7xui8>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xui8>, tensor<3x7xi64>
}
func.func @"2136 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x7xui8> {aic.name = "t3629"}, tensor<3x7xi64> {aic.name = "t3630"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<3x7xui8>) -> (tensor<3x7xui8>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xui8>, tensor<3x7xi64>
}
func.func @"2137 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x0xui8> {aic.name = "t3631"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<3x7xui8>) -> (tensor<3x0xui8>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xui8>, tensor<3x0xi64>
}
func.func @"2138 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x0xui8> {aic.name = "t3631"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<3x7xui8>) -> (tensor<3x0xui8>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xui8>, tensor<3x0xi64>
}
func.func @"2139 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x1xui8> {aic.name = "t3632"}, tensor<3x1xi64> {aic.name = "t3633"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<3x7xui8>) -> (tensor<3x1xui8>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xui8>, tensor<3x1xi64>
}
func.func @"2140 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x1xui8> {aic.name = "t3634"}, tensor<3x1xi64> {aic.name = "t3635"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<3x7xui8>) -> (tensor<3x1xui8>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xui8>, tensor<3x1xi64>
}
func.func @"2141 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x3xui8> {aic.name = "t3636"}, tensor<3x3xi64> {aic.name = "t3637"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<3x7xui8>) -> (tensor<3x3xui8>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xui8>, tensor<3x3xi64>
}
func.func @"2142 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x3xui8> {aic.name = "t3638"}, tensor<3x3xi64> {aic.name = "t3639"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<3x7xui8>) -> (tensor<3x3xui8>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xui8>, tensor<3x3xi64>
}
func.func @"2143 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x7xui8> {aic.name = "t3640"}, tensor<3x7xi64> {aic.name = "t3641"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1} : (tensor<3x7xui8>) -> (tensor<3x7xui8>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xui8>, tensor<3x7xi64>
}
func.func @"2144 topk"(%0: tensor<3x7xui8> {aic.name = "t3621"}) -> (tensor<3x7xui8> {aic.name = "t3642"}, tensor<3x7xi64> {aic.name = "t3643"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1, largest = false} : (tensor<3x7xui8>) -> (tensor<3x7xui8>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xui8>, tensor<3x7xi64>
}
func.func @"2145 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<0x7xi16> {aic.name = "t3645"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<3x7xi16>) -> (tensor<0x7xi16>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xi16>, tensor<0x7xi64>
}
func.func @"2146 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<0x7xi16> {aic.name = "t3645"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<3x7xi16>) -> (tensor<0x7xi16>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xi16>, tensor<0x7xi64>
}
func.func @"2147 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<1x7xi16> {aic.name = "t3646"}, tensor<1x7xi64> {aic.name = "t3647"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<3x7xi16>) -> (tensor<1x7xi16>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xi16>, tensor<1x7xi64>
}
func.func @"2148 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<1x7xi16> {aic.name = "t3648"}, tensor<1x7xi64> {aic.name = "t3649"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<3x7xi16>) -> (tensor<1x7xi16>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xi16>, tensor<1x7xi64>
}
func.func @"2149 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x7xi16> {aic.name = "t3650"}, tensor<3x7xi64> {aic.name = "t3651"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<3x7xi16>) -> (tensor<3x7xi16>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi16>, tensor<3x7xi64>
}
func.func @"2150 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x7xi16> {aic.name = "t3652"}, tensor<3x7xi64> {aic.name = "t3653"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<3x7xi16>) -> (tensor<3x7xi16>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi16>, tensor<3x7xi64>
}
func.func @"2151 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x0xi16> {aic.name = "t3654"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<3x7xi16>) -> (tensor<3x0xi16>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xi16>, tensor<3x0xi64>
}
func.func @"2152 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x0xi16> {aic.name = "t3654"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<3x7xi16>) -> (tensor<3x0xi16>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xi16>, tensor<3x0xi64>
}
func.func @"2153 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x1xi16> {aic.name = "t3655"}, tensor<3x1xi64> {aic.name = "t3656"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<3x7xi16>) -> (tensor<3x1xi16>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xi16>, tensor<3x1xi64>
}
func.func @"2154 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x1xi16> {aic.name = "t3657"}, tensor<3x1xi64> {aic.name = "t3658"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<3x7xi16>) -> (tensor<3x1xi16>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xi16>, tensor<3x1xi64>
}
func.func @"2155 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x3xi16> {aic.name = "t3659"}, tensor<3x3xi64> {aic.name = "t3660"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<3x7xi16>) -> (tensor<3x3xi16>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xi16>, tensor<3x3xi64>
}
func.func @"2156 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x3xi16> {aic.name = "t3661"}, tensor<3x3xi64> {aic.name = "t3662"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<3x7xi16>) -> (tensor<3x3xi16>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xi16>, tensor<3x3xi64>
}
func.func @"2157 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x7xi16> {aic.name = "t3663"}, tensor<3x7xi64> {aic.name = "t3664"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1} : (tensor<3x7xi16>) -> (tensor<3x7xi16>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi16>, tensor<3x7xi64>
}
func.func @"2158 topk"(%0: tensor<3x7xi16> {aic.name = "t3644"}) -> (tensor<3x7xi16> {aic.name = "t3665"}, tensor<3x7xi64> {aic.name = "t3666"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1, largest = false} : (tensor<3x7xi16>) -> (tensor<3x7xi16>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi16>, tensor<3x7xi64>
}
func.func @"2159 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<0x7xi32> {aic.name = "t3668"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<3x7xi32>) -> (tensor<0x7xi32>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xi32>, tensor<0x7xi64>
}
func.func @"2160 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<0x7xi32> {aic.name = "t3668"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<3x7xi32>) -> (tensor<0x7xi32>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xi32>, tensor<0x7xi64>
}
func.func @"2161 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<1x7xi32> {aic.name = "t3669"}, tensor<1x7xi64> {aic.name = "t3670"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<3x7xi32>) -> (tensor<1x7xi32>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xi32>, tensor<1x7xi64>
}
func.func @"2162 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<1x7xi32> {aic.name = "t3671"}, tensor<1x7xi64> {aic.name = "t3672"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<3x7xi32>) -> (tensor<1x7xi32>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xi32>, tensor<1x7xi64>
}
func.func @"2163 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x7xi32> {aic.name = "t3673"}, tensor<3x7xi64> {aic.name = "t3674"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<3x7xi32>) -> (tensor<3x7xi32>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi32>, tensor<3x7xi64>
}
func.func @"2164 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x7xi32> {aic.name = "t3675"}, tensor<3x7xi64> {aic.name = "t3676"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<3x7xi32>) -> (tensor<3x7xi32>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi32>, tensor<3x7xi64>
}
func.func @"2165 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x0xi32> {aic.name = "t3677"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<3x7xi32>) -> (tensor<3x0xi32>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xi32>, tensor<3x0xi64>
}
func.func @"2166 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x0xi32> {aic.name = "t3677"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<3x7xi32>) -> (tensor<3x0xi32>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xi32>, tensor<3x0xi64>
}
func.func @"2167 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x1xi32> {aic.name = "t3678"}, tensor<3x1xi64> {aic.name = "t3679"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<3x7xi32>) -> (tensor<3x1xi32>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xi32>, tensor<3x1xi64>
}
func.func @"2168 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x1xi32> {aic.name = "t3680"}, tensor<3x1xi64> {aic.name = "t3681"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<3x7xi32>) -> (tensor<3x1xi32>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xi32>, tensor<3x1xi64>
}
func.func @"2169 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x3xi32> {aic.name = "t3682"}, tensor<3x3xi64> {aic.name = "t3683"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<3x7xi32>) -> (tensor<3x3xi32>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xi32>, tensor<3x3xi64>
}
func.func @"2170 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x3xi32> {aic.name = "t3684"}, tensor<3x3xi64> {aic.name = "t3685"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<3x7xi32>) -> (tensor<3x3xi32>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xi32>, tensor<3x3xi64>
}
func.func @"2171 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x7xi32> {aic.name = "t3686"}, tensor<3x7xi64> {aic.name = "t3687"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1} : (tensor<3x7xi32>) -> (tensor<3x7xi32>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi32>, tensor<3x7xi64>
}
func.func @"2172 topk"(%0: tensor<3x7xi32> {aic.name = "t3667"}) -> (tensor<3x7xi32> {aic.name = "t3688"}, tensor<3x7xi64> {aic.name = "t3689"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1, largest = false} : (tensor<3x7xi32>) -> (tensor<3x7xi32>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi32>, tensor<3x7xi64>
}
func.func @"2173 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<0x7xi64> {aic.name = "t3600"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<3x7xi64>) -> (tensor<0x7xi64>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xi64>, tensor<0x7xi64>
}
func.func @"2174 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<0x7xi64> {aic.name = "t3600"}, tensor<0x7xi64> {aic.name = "t3600"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<3x7xi64>) -> (tensor<0x7xi64>, tensor<0x7xi64>)
  return %result#0, %result#1 : tensor<0x7xi64>, tensor<0x7xi64>
}
func.func @"2175 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<1x7xi64> {aic.name = "t3691"}, tensor<1x7xi64> {aic.name = "t3692"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<3x7xi64>) -> (tensor<1x7xi64>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xi64>, tensor<1x7xi64>
}
func.func @"2176 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<1x7xi64> {aic.name = "t3693"}, tensor<1x7xi64> {aic.name = "t3694"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<3x7xi64>) -> (tensor<1x7xi64>, tensor<1x7xi64>)
  return %result#0, %result#1 : tensor<1x7xi64>, tensor<1x7xi64>
}
func.func @"2177 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x7xi64> {aic.name = "t3695"}, tensor<3x7xi64> {aic.name = "t3696"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0} : (tensor<3x7xi64>) -> (tensor<3x7xi64>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi64>, tensor<3x7xi64>
}
func.func @"2178 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x7xi64> {aic.name = "t3697"}, tensor<3x7xi64> {aic.name = "t3698"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 0, largest = false} : (tensor<3x7xi64>) -> (tensor<3x7xi64>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi64>, tensor<3x7xi64>
}
func.func @"2179 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x0xi64> {aic.name = "t3447"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<3x7xi64>) -> (tensor<3x0xi64>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xi64>, tensor<3x0xi64>
}
func.func @"2180 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x0xi64> {aic.name = "t3447"}, tensor<3x0xi64> {aic.name = "t3447"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<3x7xi64>) -> (tensor<3x0xi64>, tensor<3x0xi64>)
  return %result#0, %result#1 : tensor<3x0xi64>, tensor<3x0xi64>
}
func.func @"2181 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x1xi64> {aic.name = "t3699"}, tensor<3x1xi64> {aic.name = "t3700"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<3x7xi64>) -> (tensor<3x1xi64>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xi64>, tensor<3x1xi64>
}
func.func @"2182 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x1xi64> {aic.name = "t3701"}, tensor<3x1xi64> {aic.name = "t3702"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<3x7xi64>) -> (tensor<3x1xi64>, tensor<3x1xi64>)
  return %result#0, %result#1 : tensor<3x1xi64>, tensor<3x1xi64>
}
func.func @"2183 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x3xi64> {aic.name = "t3703"}, tensor<3x3xi64> {aic.name = "t3704"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<3x7xi64>) -> (tensor<3x3xi64>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xi64>, tensor<3x3xi64>
}
func.func @"2184 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x3xi64> {aic.name = "t3705"}, tensor<3x3xi64> {aic.name = "t3706"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<3x7xi64>) -> (tensor<3x3xi64>, tensor<3x3xi64>)
  return %result#0, %result#1 : tensor<3x3xi64>, tensor<3x3xi64>
}
func.func @"2185 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x7xi64> {aic.name = "t3707"}, tensor<3x7xi64> {aic.name = "t3708"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1} : (tensor<3x7xi64>) -> (tensor<3x7xi64>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi64>, tensor<3x7xi64>
}
func.func @"2186 topk"(%0: tensor<3x7xi64> {aic.name = "t3690"}) -> (tensor<3x7xi64> {aic.name = "t3709"}, tensor<3x7xi64> {aic.name = "t3710"}) {
  %result:2 = aic.topk %0 {k = 7, dim = 1, largest = false} : (tensor<3x7xi64>) -> (tensor<3x7xi64>, tensor<3x7xi64>)
  return %result#0, %result#1 : tensor<3x7xi64>, tensor<3x7xi64>
}
func.func @"2187 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<0x3x4xi8> {aic.name = "t3712"}, tensor<0x3x4xi64> {aic.name = "t3713"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0} : (tensor<2x3x4xi8>) -> (tensor<0x3x4xi8>, tensor<0x3x4xi64>)
  return %result#0, %result#1 : tensor<0x3x4xi8>, tensor<0x3x4xi64>
}
func.func @"2188 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<0x3x4xi8> {aic.name = "t3712"}, tensor<0x3x4xi64> {aic.name = "t3713"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 0, largest = false} : (tensor<2x3x4xi8>) -> (tensor<0x3x4xi8>, tensor<0x3x4xi64>)
  return %result#0, %result#1 : tensor<0x3x4xi8>, tensor<0x3x4xi64>
}
func.func @"2189 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<1x3x4xi8> {aic.name = "t3714"}, tensor<1x3x4xi64> {aic.name = "t3715"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0} : (tensor<2x3x4xi8>) -> (tensor<1x3x4xi8>, tensor<1x3x4xi64>)
  return %result#0, %result#1 : tensor<1x3x4xi8>, tensor<1x3x4xi64>
}
func.func @"2190 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<1x3x4xi8> {aic.name = "t3716"}, tensor<1x3x4xi64> {aic.name = "t3717"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 0, largest = false} : (tensor<2x3x4xi8>) -> (tensor<1x3x4xi8>, tensor<1x3x4xi64>)
  return %result#0, %result#1 : tensor<1x3x4xi8>, tensor<1x3x4xi64>
}
func.func @"2191 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x4xi8> {aic.name = "t3718"}, tensor<2x3x4xi64> {aic.name = "t3719"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 0} : (tensor<2x3x4xi8>) -> (tensor<2x3x4xi8>, tensor<2x3x4xi64>)
  return %result#0, %result#1 : tensor<2x3x4xi8>, tensor<2x3x4xi64>
}
func.func @"2192 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x4xi8> {aic.name = "t3720"}, tensor<2x3x4xi64> {aic.name = "t3721"}) {
  %result:2 = aic.topk %0 {k = 2, dim = 0, largest = false} : (tensor<2x3x4xi8>) -> (tensor<2x3x4xi8>, tensor<2x3x4xi64>)
  return %result#0, %result#1 : tensor<2x3x4xi8>, tensor<2x3x4xi64>
}
func.func @"2193 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x0x4xi8> {aic.name = "t3722"}, tensor<2x0x4xi64> {aic.name = "t3723"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1} : (tensor<2x3x4xi8>) -> (tensor<2x0x4xi8>, tensor<2x0x4xi64>)
  return %result#0, %result#1 : tensor<2x0x4xi8>, tensor<2x0x4xi64>
}
func.func @"2194 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x0x4xi8> {aic.name = "t3722"}, tensor<2x0x4xi64> {aic.name = "t3723"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 1, largest = false} : (tensor<2x3x4xi8>) -> (tensor<2x0x4xi8>, tensor<2x0x4xi64>)
  return %result#0, %result#1 : tensor<2x0x4xi8>, tensor<2x0x4xi64>
}
func.func @"2195 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x1x4xi8> {aic.name = "t3724"}, tensor<2x1x4xi64> {aic.name = "t3725"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1} : (tensor<2x3x4xi8>) -> (tensor<2x1x4xi8>, tensor<2x1x4xi64>)
  return %result#0, %result#1 : tensor<2x1x4xi8>, tensor<2x1x4xi64>
}
func.func @"2196 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x1x4xi8> {aic.name = "t3726"}, tensor<2x1x4xi64> {aic.name = "t3727"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 1, largest = false} : (tensor<2x3x4xi8>) -> (tensor<2x1x4xi8>, tensor<2x1x4xi64>)
  return %result#0, %result#1 : tensor<2x1x4xi8>, tensor<2x1x4xi64>
}
func.func @"2197 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x4xi8> {aic.name = "t3728"}, tensor<2x3x4xi64> {aic.name = "t3729"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1} : (tensor<2x3x4xi8>) -> (tensor<2x3x4xi8>, tensor<2x3x4xi64>)
  return %result#0, %result#1 : tensor<2x3x4xi8>, tensor<2x3x4xi64>
}
func.func @"2198 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x4xi8> {aic.name = "t3730"}, tensor<2x3x4xi64> {aic.name = "t3731"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 1, largest = false} : (tensor<2x3x4xi8>) -> (tensor<2x3x4xi8>, tensor<2x3x4xi64>)
  return %result#0, %result#1 : tensor<2x3x4xi8>, tensor<2x3x4xi64>
}
func.func @"2199 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x0xi8> {aic.name = "t3732"}, tensor<2x3x0xi64> {aic.name = "t3481"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 2} : (tensor<2x3x4xi8>) -> (tensor<2x3x0xi8>, tensor<2x3x0xi64>)
  return %result#0, %result#1 : tensor<2x3x0xi8>, tensor<2x3x0xi64>
}
func.func @"2200 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x0xi8> {aic.name = "t3732"}, tensor<2x3x0xi64> {aic.name = "t3481"}) {
  %result:2 = aic.topk %0 {k = 0, dim = 2, largest = false} : (tensor<2x3x4xi8>) -> (tensor<2x3x0xi8>, tensor<2x3x0xi64>)
  return %result#0, %result#1 : tensor<2x3x0xi8>, tensor<2x3x0xi64>
}
func.func @"2201 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x1xi8> {aic.name = "t3733"}, tensor<2x3x1xi64> {aic.name = "t3734"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 2} : (tensor<2x3x4xi8>) -> (tensor<2x3x1xi8>, tensor<2x3x1xi64>)
  return %result#0, %result#1 : tensor<2x3x1xi8>, tensor<2x3x1xi64>
}
func.func @"2202 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x1xi8> {aic.name = "t3735"}, tensor<2x3x1xi64> {aic.name = "t3736"}) {
  %result:2 = aic.topk %0 {k = 1, dim = 2, largest = false} : (tensor<2x3x4xi8>) -> (tensor<2x3x1xi8>, tensor<2x3x1xi64>)
  return %result#0, %result#1 : tensor<2x3x1xi8>, tensor<2x3x1xi64>
}
func.func @"2203 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x3xi8> {aic.name = "t3737"}, tensor<2x3x3xi64> {aic.name = "t3738"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 2} : (tensor<2x3x4xi8>) -> (tensor<2x3x3xi8>, tensor<2x3x3xi64>)
  return %result#0, %result#1 : tensor<2x3x3xi8>, tensor<2x3x3xi64>
}
func.func @"2204 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x3xi8> {aic.name = "t3739"}, tensor<2x3x3xi64> {aic.name = "t3740"}) {
  %result:2 = aic.topk %0 {k = 3, dim = 2, largest = false} : (tensor<2x3x4xi8>) -> (tensor<2x3x3xi8>, tensor<2x3x3xi64>)
  return %result#0, %result#1 : tensor<2x3x3xi8>, tensor<2x3x3xi64>
}
func.func @"2205 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x4xi8> {aic.name = "t3741"}, tensor<2x3x4xi64> {aic.name = "t3742"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 2} : (tensor<2x3x4xi8>) -> (tensor<2x3x4xi8>, tensor<2x3x4xi64>)
  return %result#0, %result#1 : tensor<2x3x4xi8>, tensor<2x3x4xi64>
}
func.func @"2206 topk"(%0: tensor<2x3x4xi8> {aic.name = "t3711"}) -> (tensor<2x3x4xi8> {aic.name = "t3743"}, tensor<2x3x4xi64> {aic.name = "t3744"}) {
  %result:2 = aic.topk %0 {k = 4, dim = 2, largest = false} : (tensor<2x3x4xi8>) -> (tensor<2x3x4xi8>, tensor<2x3x4xi64>)
  return %result#0, %result#1 : tensor<2x3x4xi8>, tensor<2x3x4xi64>
}
func.func @"2207 tan"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3746"}) {
  %result = aic.tan %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2208 asin"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3747"}) {
  %result = aic.asin %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2209 acos"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3748"}) {
  %result = aic.acos %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2210 atan"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3749"}) {
  %result = aic.atan %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2211 sinh"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3750"}) {
  %result = aic.sinh %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2212 cosh"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3751"}) {
  %result = aic.cosh %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2213 asinh"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3752"}) {
  %result = aic.asinh %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2214 acosh"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3753"}) {
  %result = aic.acosh %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2215 atanh"(%0: tensor<67xf64> {aic.name = "t3745"}) -> (tensor<67xf64> {aic.name = "t3754"}) {
  %result = aic.atanh %0 : tensor<67xf64>
  return %result : tensor<67xf64>
}
func.func @"2216 update_slice"(%0: tensor<2xf64> {aic.name = "t3755"}, %1: tensor<5xf64> {aic.name = "t3756"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<5xf64> {aic.name = "t3757"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xf64>, tensor<5xf64>, tensor<i64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"2217 narrow"(%0: tensor<5xf64> {aic.name = "t3756"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<2xf64> {aic.name = "t1759"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xf64>, tensor<i64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"2218 update_slice"(%0: tensor<2xf64> {aic.name = "t3758"}, %1: tensor<5xf64> {aic.name = "t3756"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<5xf64> {aic.name = "t3759"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xf64>, tensor<5xf64>, tensor<i32>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"2219 narrow"(%0: tensor<5xf64> {aic.name = "t3756"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<2xf64> {aic.name = "t3760"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xf64>, tensor<i32>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"2220 update_slice"(%0: tensor<2xf64> {aic.name = "t3761"}, %1: tensor<5xf64> {aic.name = "t3756"}, %2: tensor<i64> {aic.name = "t2385"}) -> (tensor<5xf64> {aic.name = "t3762"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xf64>, tensor<5xf64>, tensor<i64>) -> tensor<5xf64>
  return %result : tensor<5xf64>
}
func.func @"2221 narrow"(%0: tensor<5xf64> {aic.name = "t3756"}, %1: tensor<i64> {aic.name = "t2385"}) -> (tensor<2xf64> {aic.name = "t3760"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xf64>, tensor<i64>) -> tensor<2xf64>
  return %result : tensor<2xf64>
}
func.func @"2222 update_slice"(%0: tensor<2xi1> {aic.name = "t3763"}, %1: tensor<5xi1> {aic.name = "t3764"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<5xi1> {aic.name = "t3765"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xi1>, tensor<5xi1>, tensor<i64>) -> tensor<5xi1>
  return %result : tensor<5xi1>
}
func.func @"2223 narrow"(%0: tensor<5xi1> {aic.name = "t3764"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<2xi1> {aic.name = "t3766"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xi1>, tensor<i64>) -> tensor<2xi1>
  return %result : tensor<2xi1>
}
func.func @"2224 update_slice"(%0: tensor<2xi1> {aic.name = "t3766"}, %1: tensor<5xi1> {aic.name = "t3764"}, %2: tensor<i64> {aic.name = "t2181"}) -> (tensor<5xi1> {aic.name = "t3764"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xi1>, tensor<5xi1>, tensor<i64>) -> tensor<5xi1>
  return %result : tensor<5xi1>
}
func.func @"2225 narrow"(%0: tensor<5xi1> {aic.name = "t3764"}, %1: tensor<i64> {aic.name = "t2181"}) -> (tensor<2xi1> {aic.name = "t3766"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xi1>, tensor<i64>) -> tensor<2xi1>
  return %result : tensor<2xi1>
}
func.func @"2226 update_slice"(%0: tensor<2xi1> {aic.name = "t3766"}, %1: tensor<5xi1> {aic.name = "t3764"}, %2: tensor<i32> {aic.name = "t2382"}) -> (tensor<5xi1> {aic.name = "t3161"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xi1>, tensor<5xi1>, tensor<i32>) -> tensor<5xi1>
  return %result : tensor<5xi1>
}
func.func @"2227 narrow"(%0: tensor<5xi1> {aic.name = "t3764"}, %1: tensor<i32> {aic.name = "t2382"}) -> (tensor<2xi1> {aic.name = "t3763"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xi1>, tensor<i32>) -> tensor<2xi1>
  return %result : tensor<2xi1>
}
func.func @"2228 update_slice"(%0: tensor<2xi64> {aic.name = "t3767"}, %1: tensor<5xi64> {aic.name = "t3768"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<5xi64> {aic.name = "t3769"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xi64>, tensor<5xi64>, tensor<i32>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"2229 narrow"(%0: tensor<5xi64> {aic.name = "t3768"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<2xi64> {aic.name = "t3770"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xi64>, tensor<i32>) -> tensor<2xi64>
  return %result : tensor<2xi64>
}
func.func @"2230 update_slice"(%0: tensor<2xi64> {aic.name = "t3771"}, %1: tensor<5xi64> {aic.name = "t3768"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<5xi64> {aic.name = "t3772"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xi64>, tensor<5xi64>, tensor<i32>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"2231 narrow"(%0: tensor<5xi64> {aic.name = "t3768"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<2xi64> {aic.name = "t3773"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xi64>, tensor<i32>) -> tensor<2xi64>
  return %result : tensor<2xi64>
}
func.func @"2232 update_slice"(%0: tensor<2xi64> {aic.name = "t3774"}, %1: tensor<5xi64> {aic.name = "t3768"}, %2: tensor<i64> {aic.name = "t2385"}) -> (tensor<5xi64> {aic.name = "t3775"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2xi64>, tensor<5xi64>, tensor<i64>) -> tensor<5xi64>
  return %result : tensor<5xi64>
}
func.func @"2233 narrow"(%0: tensor<5xi64> {aic.name = "t3768"}, %1: tensor<i64> {aic.name = "t2385"}) -> (tensor<2xi64> {aic.name = "t3776"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<5xi64>, tensor<i64>) -> tensor<2xi64>
  return %result : tensor<2xi64>
}
func.func @"2234 update_slice"(%0: tensor<3x1xf64> {aic.name = "t3777"}, %1: tensor<3x4xf64> {aic.name = "t3778"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<3x4xf64> {aic.name = "t3779"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xf64>, tensor<3x4xf64>, tensor<i64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"2235 narrow"(%0: tensor<3x4xf64> {aic.name = "t3778"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<3x1xf64> {aic.name = "t3780"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xf64>, tensor<i64>) -> tensor<3x1xf64>
  return %result : tensor<3x1xf64>
}
func.func @"2236 update_slice"(%0: tensor<3x1xf64> {aic.name = "t3781"}, %1: tensor<3x4xf64> {aic.name = "t3778"}, %2: tensor<i64> {aic.name = "t2181"}) -> (tensor<3x4xf64> {aic.name = "t3782"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xf64>, tensor<3x4xf64>, tensor<i64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"2237 narrow"(%0: tensor<3x4xf64> {aic.name = "t3778"}, %1: tensor<i64> {aic.name = "t2181"}) -> (tensor<3x1xf64> {aic.name = "t3783"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xf64>, tensor<i64>) -> tensor<3x1xf64>
  return %result : tensor<3x1xf64>
}
func.func @"2238 update_slice"(%0: tensor<3x1xf64> {aic.name = "t3784"}, %1: tensor<3x4xf64> {aic.name = "t3778"}, %2: tensor<i32> {aic.name = "t2382"}) -> (tensor<3x4xf64> {aic.name = "t3785"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xf64>, tensor<3x4xf64>, tensor<i32>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"2239 narrow"(%0: tensor<3x4xf64> {aic.name = "t3778"}, %1: tensor<i32> {aic.name = "t2382"}) -> (tensor<3x1xf64> {aic.name = "t3786"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xf64>, tensor<i32>) -> tensor<3x1xf64>
  return %result : tensor<3x1xf64>
}
func.func @"2240 update_slice"(%0: tensor<3x1xi1> {aic.name = "t3787"}, %1: tensor<3x4xi1> {aic.name = "t3788"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<3x4xi1> {aic.name = "t3789"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xi1>, tensor<3x4xi1>, tensor<i32>) -> tensor<3x4xi1>
  return %result : tensor<3x4xi1>
}
func.func @"2241 narrow"(%0: tensor<3x4xi1> {aic.name = "t3788"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<3x1xi1> {aic.name = "t1279"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xi1>, tensor<i32>) -> tensor<3x1xi1>
  return %result : tensor<3x1xi1>
}
func.func @"2242 update_slice"(%0: tensor<3x1xi1> {aic.name = "t3790"}, %1: tensor<3x4xi1> {aic.name = "t3788"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<3x4xi1> {aic.name = "t3791"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xi1>, tensor<3x4xi1>, tensor<i32>) -> tensor<3x4xi1>
  return %result : tensor<3x4xi1>
}
func.func @"2243 narrow"(%0: tensor<3x4xi1> {aic.name = "t3788"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<3x1xi1> {aic.name = "t2505"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xi1>, tensor<i32>) -> tensor<3x1xi1>
  return %result : tensor<3x1xi1>
}
func.func @"2244 update_slice"(%0: tensor<3x1xi1> {aic.name = "t3792"}, %1: tensor<3x4xi1> {aic.name = "t3788"}, %2: tensor<i32> {aic.name = "t2382"}) -> (tensor<3x4xi1> {aic.name = "t3793"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xi1>, tensor<3x4xi1>, tensor<i32>) -> tensor<3x4xi1>
  return %result : tensor<3x4xi1>
}
func.func @"2245 narrow"(%0: tensor<3x4xi1> {aic.name = "t3788"}, %1: tensor<i32> {aic.name = "t2382"}) -> (tensor<3x1xi1> {aic.name = "t3794"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xi1>, tensor<i32>) -> tensor<3x1xi1>
  return %result : tensor<3x1xi1>
}
func.func @"2246 update_slice"(%0: tensor<3x1xi64> {aic.name = "t3795"}, %1: tensor<3x4xi64> {aic.name = "t3796"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<3x4xi64> {aic.name = "t3797"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xi64>, tensor<3x4xi64>, tensor<i32>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"2247 narrow"(%0: tensor<3x4xi64> {aic.name = "t3796"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<3x1xi64> {aic.name = "t3798"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xi64>, tensor<i32>) -> tensor<3x1xi64>
  return %result : tensor<3x1xi64>
}
func.func @"2248 update_slice"(%0: tensor<3x1xi64> {aic.name = "t3799"}, %1: tensor<3x4xi64> {aic.name = "t3796"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<3x4xi64> {aic.name = "t3800"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xi64>, tensor<3x4xi64>, tensor<i32>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"2249 narrow"(%0: tensor<3x4xi64> {aic.name = "t3796"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<3x1xi64> {aic.name = "t3801"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xi64>, tensor<i32>) -> tensor<3x1xi64>
  return %result : tensor<3x1xi64>
}
func.func @"2250 update_slice"(%0: tensor<3x1xi64> {aic.name = "t3802"}, %1: tensor<3x4xi64> {aic.name = "t3796"}, %2: tensor<i64> {aic.name = "t2385"}) -> (tensor<3x4xi64> {aic.name = "t3803"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<3x1xi64>, tensor<3x4xi64>, tensor<i64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"2251 narrow"(%0: tensor<3x4xi64> {aic.name = "t3796"}, %1: tensor<i64> {aic.name = "t2385"}) -> (tensor<3x1xi64> {aic.name = "t3804"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 1} : (tensor<3x4xi64>, tensor<i64>) -> tensor<3x1xi64>
  return %result : tensor<3x1xi64>
}
func.func @"2252 update_slice"(%0: tensor<3x4xf64> {aic.name = "t3805"}, %1: tensor<3x4xf64> {aic.name = "t3806"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<3x4xf64> {aic.name = "t3805"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<3x4xf64>, tensor<3x4xf64>, tensor<i64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"2253 narrow"(%0: tensor<3x4xf64> {aic.name = "t3806"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<3x4xf64> {aic.name = "t3806"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 3} : (tensor<3x4xf64>, tensor<i64>) -> tensor<3x4xf64>
  return %result : tensor<3x4xf64>
}
func.func @"2254 update_slice"(%0: tensor<3x4xi1> {aic.name = "t3807"}, %1: tensor<3x4xi1> {aic.name = "t3808"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<3x4xi1> {aic.name = "t3807"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<3x4xi1>, tensor<3x4xi1>, tensor<i32>) -> tensor<3x4xi1>
  return %result : tensor<3x4xi1>
}
func.func @"2255 narrow"(%0: tensor<3x4xi1> {aic.name = "t3808"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<3x4xi1> {aic.name = "t3808"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 3} : (tensor<3x4xi1>, tensor<i32>) -> tensor<3x4xi1>
  return %result : tensor<3x4xi1>
}
func.func @"2256 update_slice"(%0: tensor<3x4xi64> {aic.name = "t3809"}, %1: tensor<3x4xi64> {aic.name = "t3810"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<3x4xi64> {aic.name = "t3809"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<3x4xi64>, tensor<3x4xi64>, tensor<i64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"2257 narrow"(%0: tensor<3x4xi64> {aic.name = "t3810"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<3x4xi64> {aic.name = "t3810"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 3} : (tensor<3x4xi64>, tensor<i64>) -> tensor<3x4xi64>
  return %result : tensor<3x4xi64>
}
func.func @"2258 update_slice"(%0: tensor<2x2x4xf64> {aic.name = "t3811"}, %1: tensor<2x3x4xf64> {aic.name = "t3812"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<2x3x4xf64> {aic.name = "t3813"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x2x4xf64>, tensor<2x3x4xf64>, tensor<i64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"2259 narrow"(%0: tensor<2x3x4xf64> {aic.name = "t3812"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<2x2x4xf64> {aic.name = "t3814"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 2} : (tensor<2x3x4xf64>, tensor<i64>) -> tensor<2x2x4xf64>
  return %result : tensor<2x2x4xf64>
}
func.func @"2260 update_slice"(%0: tensor<2x2x4xf64> {aic.name = "t3815"}, %1: tensor<2x3x4xf64> {aic.name = "t3812"}, %2: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x3x4xf64> {aic.name = "t3816"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x2x4xf64>, tensor<2x3x4xf64>, tensor<i64>) -> tensor<2x3x4xf64>
  return %result : tensor<2x3x4xf64>
}
func.func @"2261 narrow"(%0: tensor<2x3x4xf64> {aic.name = "t3812"}, %1: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x2x4xf64> {aic.name = "t3817"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 2} : (tensor<2x3x4xf64>, tensor<i64>) -> tensor<2x2x4xf64>
  return %result : tensor<2x2x4xf64>
}
func.func @"2262 update_slice"(%0: tensor<2x2x4xi1> {aic.name = "t3818"}, %1: tensor<2x3x4xi1> {aic.name = "t3819"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<2x3x4xi1> {aic.name = "t3820"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x2x4xi1>, tensor<2x3x4xi1>, tensor<i64>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"2263 narrow"(%0: tensor<2x3x4xi1> {aic.name = "t3819"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<2x2x4xi1> {aic.name = "t3821"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 2} : (tensor<2x3x4xi1>, tensor<i64>) -> tensor<2x2x4xi1>
  return %result : tensor<2x2x4xi1>
}
func.func @"2264 update_slice"(%0: tensor<2x2x4xi1> {aic.name = "t3822"}, %1: tensor<2x3x4xi1> {aic.name = "t3819"}, %2: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x3x4xi1> {aic.name = "t3823"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x2x4xi1>, tensor<2x3x4xi1>, tensor<i64>) -> tensor<2x3x4xi1>
  return %result : tensor<2x3x4xi1>
}
func.func @"2265 narrow"(%0: tensor<2x3x4xi1> {aic.name = "t3819"}, %1: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x2x4xi1> {aic.name = "t3824"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 2} : (tensor<2x3x4xi1>, tensor<i64>) -> tensor<2x2x4xi1>
  return %result : tensor<2x2x4xi1>
}
func.func @"2266 update_slice"(%0: tensor<2x2x4xi64> {aic.name = "t3825"}, %1: tensor<2x3x4xi64> {aic.name = "t3826"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<2x3x4xi64> {aic.name = "t3827"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x2x4xi64>, tensor<2x3x4xi64>, tensor<i32>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"2267 narrow"(%0: tensor<2x3x4xi64> {aic.name = "t3826"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<2x2x4xi64> {aic.name = "t3828"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 2} : (tensor<2x3x4xi64>, tensor<i32>) -> tensor<2x2x4xi64>
  return %result : tensor<2x2x4xi64>
}
func.func @"2268 update_slice"(%0: tensor<2x2x4xi64> {aic.name = "t3829"}, %1: tensor<2x3x4xi64> {aic.name = "t3826"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<2x3x4xi64> {aic.name = "t3830"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x2x4xi64>, tensor<2x3x4xi64>, tensor<i32>) -> tensor<2x3x4xi64>
  return %result : tensor<2x3x4xi64>
}
func.func @"2269 narrow"(%0: tensor<2x3x4xi64> {aic.name = "t3826"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<2x2x4xi64> {aic.name = "t3831"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 2} : (tensor<2x3x4xi64>, tensor<i32>) -> tensor<2x2x4xi64>
  return %result : tensor<2x2x4xi64>
}
func.func @"2270 update_slice"(%0: tensor<2x4x3x2xf64> {aic.name = "t3832"}, %1: tensor<2x7x3x2xf64> {aic.name = "t3833"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<2x7x3x2xf64> {aic.name = "t3834"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xf64>, tensor<2x7x3x2xf64>, tensor<i64>) -> tensor<2x7x3x2xf64>
  return %result : tensor<2x7x3x2xf64>
}
func.func @"2271 narrow"(%0: tensor<2x7x3x2xf64> {aic.name = "t3833"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<2x4x3x2xf64> {aic.name = "t3835"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xf64>, tensor<i64>) -> tensor<2x4x3x2xf64>
  return %result : tensor<2x4x3x2xf64>
}
func.func @"2272 update_slice"(%0: tensor<2x4x3x2xf64> {aic.name = "t3836"}, %1: tensor<2x7x3x2xf64> {aic.name = "t3833"}, %2: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x7x3x2xf64> {aic.name = "t3837"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xf64>, tensor<2x7x3x2xf64>, tensor<i64>) -> tensor<2x7x3x2xf64>
  return %result : tensor<2x7x3x2xf64>
}
func.func @"2273 narrow"(%0: tensor<2x7x3x2xf64> {aic.name = "t3833"}, %1: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x4x3x2xf64> {aic.name = "t3838"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xf64>, tensor<i64>) -> tensor<2x4x3x2xf64>
  return %result : tensor<2x4x3x2xf64>
}
func.func @"2274 update_slice"(%0: tensor<2x4x3x2xf64> {aic.name = "t3839"}, %1: tensor<2x7x3x2xf64> {aic.name = "t3833"}, %2: tensor<i32> {aic.name = "t2382"}) -> (tensor<2x7x3x2xf64> {aic.name = "t3840"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xf64>, tensor<2x7x3x2xf64>, tensor<i32>) -> tensor<2x7x3x2xf64>
  return %result : tensor<2x7x3x2xf64>
}
func.func @"2275 narrow"(%0: tensor<2x7x3x2xf64> {aic.name = "t3833"}, %1: tensor<i32> {aic.name = "t2382"}) -> (tensor<2x4x3x2xf64> {aic.name = "t3841"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xf64>, tensor<i32>) -> tensor<2x4x3x2xf64>
  return %result : tensor<2x4x3x2xf64>
}
func.func @"2276 update_slice"(%0: tensor<2x4x3x2xi1> {aic.name = "t3842"}, %1: tensor<2x7x3x2xi1> {aic.name = "t3843"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<2x7x3x2xi1> {aic.name = "t3844"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xi1>, tensor<2x7x3x2xi1>, tensor<i32>) -> tensor<2x7x3x2xi1>
  return %result : tensor<2x7x3x2xi1>
}
func.func @"2277 narrow"(%0: tensor<2x7x3x2xi1> {aic.name = "t3843"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<2x4x3x2xi1> {aic.name = "t3845"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xi1>, tensor<i32>) -> tensor<2x4x3x2xi1>
  return %result : tensor<2x4x3x2xi1>
}
func.func @"2278 update_slice"(%0: tensor<2x4x3x2xi1> {aic.name = "t3846"}, %1: tensor<2x7x3x2xi1> {aic.name = "t3843"}, %2: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x7x3x2xi1> {aic.name = "t3847"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xi1>, tensor<2x7x3x2xi1>, tensor<i64>) -> tensor<2x7x3x2xi1>
  return %result : tensor<2x7x3x2xi1>
}
func.func @"2279 narrow"(%0: tensor<2x7x3x2xi1> {aic.name = "t3843"}, %1: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x4x3x2xi1> {aic.name = "t3848"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xi1>, tensor<i64>) -> tensor<2x4x3x2xi1>
  return %result : tensor<2x4x3x2xi1>
}
func.func @"2280 update_slice"(%0: tensor<2x4x3x2xi1> {aic.name = "t3849"}, %1: tensor<2x7x3x2xi1> {aic.name = "t3843"}, %2: tensor<i32> {aic.name = "t2382"}) -> (tensor<2x7x3x2xi1> {aic.name = "t3850"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xi1>, tensor<2x7x3x2xi1>, tensor<i32>) -> tensor<2x7x3x2xi1>
  return %result : tensor<2x7x3x2xi1>
}
func.func @"2281 narrow"(%0: tensor<2x7x3x2xi1> {aic.name = "t3843"}, %1: tensor<i32> {aic.name = "t2382"}) -> (tensor<2x4x3x2xi1> {aic.name = "t3851"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xi1>, tensor<i32>) -> tensor<2x4x3x2xi1>
  return %result : tensor<2x4x3x2xi1>
}
func.func @"2282 update_slice"(%0: tensor<2x4x3x2xi64> {aic.name = "t3852"}, %1: tensor<2x7x3x2xi64> {aic.name = "t3853"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<2x7x3x2xi64> {aic.name = "t3854"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xi64>, tensor<2x7x3x2xi64>, tensor<i32>) -> tensor<2x7x3x2xi64>
  return %result : tensor<2x7x3x2xi64>
}
func.func @"2283 narrow"(%0: tensor<2x7x3x2xi64> {aic.name = "t3853"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<2x4x3x2xi64> {aic.name = "t3855"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xi64>, tensor<i32>) -> tensor<2x4x3x2xi64>
  return %result : tensor<2x4x3x2xi64>
}
func.func @"2284 update_slice"(%0: tensor<2x4x3x2xi64> {aic.name = "t3856"}, %1: tensor<2x7x3x2xi64> {aic.name = "t3853"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<2x7x3x2xi64> {aic.name = "t3857"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xi64>, tensor<2x7x3x2xi64>, tensor<i32>) -> tensor<2x7x3x2xi64>
  return %result : tensor<2x7x3x2xi64>
}
func.func @"2285 narrow"(%0: tensor<2x7x3x2xi64> {aic.name = "t3853"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<2x4x3x2xi64> {aic.name = "t3858"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xi64>, tensor<i32>) -> tensor<2x4x3x2xi64>
  return %result : tensor<2x4x3x2xi64>
}
func.func @"2286 update_slice"(%0: tensor<2x4x3x2xi64> {aic.name = "t3859"}, %1: tensor<2x7x3x2xi64> {aic.name = "t3853"}, %2: tensor<i64> {aic.name = "t2385"}) -> (tensor<2x7x3x2xi64> {aic.name = "t3860"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 1} : (tensor<2x4x3x2xi64>, tensor<2x7x3x2xi64>, tensor<i64>) -> tensor<2x7x3x2xi64>
  return %result : tensor<2x7x3x2xi64>
}
func.func @"2287 narrow"(%0: tensor<2x7x3x2xi64> {aic.name = "t3853"}, %1: tensor<i64> {aic.name = "t2385"}) -> (tensor<2x4x3x2xi64> {aic.name = "t3861"}) {
  %result = aic.narrow %0 at %1 {dim = 1, size = 4} : (tensor<2x7x3x2xi64>, tensor<i64>) -> tensor<2x4x3x2xi64>
  return %result : tensor<2x4x3x2xi64>
}
func.func @"2288 update_slice"(%0: tensor<1x1xf64> {aic.name = "t3862"}, %1: tensor<1x1xf64> {aic.name = "t3863"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<1x1xf64> {aic.name = "t3862"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<1x1xf64>, tensor<1x1xf64>, tensor<i64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"2289 narrow"(%0: tensor<1x1xf64> {aic.name = "t3863"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<1x1xf64> {aic.name = "t3863"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 1} : (tensor<1x1xf64>, tensor<i64>) -> tensor<1x1xf64>
  return %result : tensor<1x1xf64>
}
func.func @"2290 update_slice"(%0: tensor<1x1xi1> {aic.name = "t2311"}, %1: tensor<1x1xi1> {aic.name = "t2522"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<1x1xi1> {aic.name = "t2311"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<1x1xi1>, tensor<1x1xi1>, tensor<i64>) -> tensor<1x1xi1>
  return %result : tensor<1x1xi1>
}
func.func @"2291 narrow"(%0: tensor<1x1xi1> {aic.name = "t2522"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<1x1xi1> {aic.name = "t2522"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 1} : (tensor<1x1xi1>, tensor<i64>) -> tensor<1x1xi1>
  return %result : tensor<1x1xi1>
}
func.func @"2292 update_slice"(%0: tensor<1x1xi64> {aic.name = "t3864"}, %1: tensor<1x1xi64> {aic.name = "t3865"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<1x1xi64> {aic.name = "t3864"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<1x1xi64>, tensor<1x1xi64>, tensor<i32>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"2293 narrow"(%0: tensor<1x1xi64> {aic.name = "t3865"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<1x1xi64> {aic.name = "t3865"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 1} : (tensor<1x1xi64>, tensor<i32>) -> tensor<1x1xi64>
  return %result : tensor<1x1xi64>
}
func.func @"2294 update_slice"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<3x0xf64> {aic.name = "t1185"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<3x0xf64> {aic.name = "t1185"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2x0xf64>, tensor<3x0xf64>, tensor<i32>) -> tensor<3x0xf64>
  return %result : tensor<3x0xf64>
}
func.func @"2295 narrow"(%0: tensor<3x0xf64> {aic.name = "t1185"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<3x0xf64>, tensor<i32>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"2296 update_slice"(%0: tensor<2x0xf64> {aic.name = "t122"}, %1: tensor<3x0xf64> {aic.name = "t1185"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<3x0xf64> {aic.name = "t1185"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2x0xf64>, tensor<3x0xf64>, tensor<i32>) -> tensor<3x0xf64>
  return %result : tensor<3x0xf64>
}
func.func @"2297 narrow"(%0: tensor<3x0xf64> {aic.name = "t1185"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<2x0xf64> {aic.name = "t122"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<3x0xf64>, tensor<i32>) -> tensor<2x0xf64>
  return %result : tensor<2x0xf64>
}
func.func @"2298 update_slice"(%0: tensor<2x0xi1> {aic.name = "t123"}, %1: tensor<3x0xi1> {aic.name = "t2414"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<3x0xi1> {aic.name = "t2414"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2x0xi1>, tensor<3x0xi1>, tensor<i32>) -> tensor<3x0xi1>
  return %result : tensor<3x0xi1>
}
func.func @"2299 narrow"(%0: tensor<3x0xi1> {aic.name = "t2414"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<2x0xi1> {aic.name = "t123"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<3x0xi1>, tensor<i32>) -> tensor<2x0xi1>
  return %result : tensor<2x0xi1>
}
func.func @"2300 update_slice"(%0: tensor<2x0xi1> {aic.name = "t123"}, %1: tensor<3x0xi1> {aic.name = "t2414"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<3x0xi1> {aic.name = "t2414"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2x0xi1>, tensor<3x0xi1>, tensor<i32>) -> tensor<3x0xi1>
  return %result : tensor<3x0xi1>
}
func.func @"2301 narrow"(%0: tensor<3x0xi1> {aic.name = "t2414"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<2x0xi1> {aic.name = "t123"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<3x0xi1>, tensor<i32>) -> tensor<2x0xi1>
  return %result : tensor<2x0xi1>
}
func.func @"2302 update_slice"(%0: tensor<2x0xi64> {aic.name = "t1315"}, %1: tensor<3x0xi64> {aic.name = "t3447"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<3x0xi64> {aic.name = "t3447"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2x0xi64>, tensor<3x0xi64>, tensor<i64>) -> tensor<3x0xi64>
  return %result : tensor<3x0xi64>
}
func.func @"2303 narrow"(%0: tensor<3x0xi64> {aic.name = "t3447"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<2x0xi64> {aic.name = "t1315"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<3x0xi64>, tensor<i64>) -> tensor<2x0xi64>
  return %result : tensor<2x0xi64>
}
func.func @"2304 update_slice"(%0: tensor<2x0xi64> {aic.name = "t1315"}, %1: tensor<3x0xi64> {aic.name = "t3447"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<3x0xi64> {aic.name = "t3447"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<2x0xi64>, tensor<3x0xi64>, tensor<i32>) -> tensor<3x0xi64>
  return %result : tensor<3x0xi64>
}
func.func @"2305 narrow"(%0: tensor<3x0xi64> {aic.name = "t3447"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<2x0xi64> {aic.name = "t1315"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 2} : (tensor<3x0xi64>, tensor<i32>) -> tensor<2x0xi64>
  return %result : tensor<2x0xi64>
}
func.func @"2306 update_slice"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<4x3xf64> {aic.name = "t3866"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<4x3xf64> {aic.name = "t3866"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xf64>, tensor<4x3xf64>, tensor<i32>) -> tensor<4x3xf64>
  return %result : tensor<4x3xf64>
}
func.func @"2307 narrow"(%0: tensor<4x3xf64> {aic.name = "t3866"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xf64>, tensor<i32>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"2308 update_slice"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<4x3xf64> {aic.name = "t3866"}, %2: tensor<i32> {aic.name = "t2388"}) -> (tensor<4x3xf64> {aic.name = "t3866"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xf64>, tensor<4x3xf64>, tensor<i32>) -> tensor<4x3xf64>
  return %result : tensor<4x3xf64>
}
func.func @"2309 narrow"(%0: tensor<4x3xf64> {aic.name = "t3866"}, %1: tensor<i32> {aic.name = "t2388"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xf64>, tensor<i32>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"2310 update_slice"(%0: tensor<0x3xf64> {aic.name = "t21"}, %1: tensor<4x3xf64> {aic.name = "t3866"}, %2: tensor<i64> {aic.name = "t3867"}) -> (tensor<4x3xf64> {aic.name = "t3866"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xf64>, tensor<4x3xf64>, tensor<i64>) -> tensor<4x3xf64>
  return %result : tensor<4x3xf64>
}
func.func @"2311 narrow"(%0: tensor<4x3xf64> {aic.name = "t3866"}, %1: tensor<i64> {aic.name = "t3867"}) -> (tensor<0x3xf64> {aic.name = "t21"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xf64>, tensor<i64>) -> tensor<0x3xf64>
  return %result : tensor<0x3xf64>
}
func.func @"2312 update_slice"(%0: tensor<0x3xi1> {aic.name = "t121"}, %1: tensor<4x3xi1> {aic.name = "t3868"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<4x3xi1> {aic.name = "t3868"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xi1>, tensor<4x3xi1>, tensor<i32>) -> tensor<4x3xi1>
  return %result : tensor<4x3xi1>
}
func.func @"2313 narrow"(%0: tensor<4x3xi1> {aic.name = "t3868"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<0x3xi1> {aic.name = "t121"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xi1>, tensor<i32>) -> tensor<0x3xi1>
  return %result : tensor<0x3xi1>
}
func.func @"2314 update_slice"(%0: tensor<0x3xi1> {aic.name = "t121"}, %1: tensor<4x3xi1> {aic.name = "t3868"}, %2: tensor<i64> {aic.name = "t2344"}) -> (tensor<4x3xi1> {aic.name = "t3868"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xi1>, tensor<4x3xi1>, tensor<i64>) -> tensor<4x3xi1>
  return %result : tensor<4x3xi1>
}
func.func @"2315 narrow"(%0: tensor<4x3xi1> {aic.name = "t3868"}, %1: tensor<i64> {aic.name = "t2344"}) -> (tensor<0x3xi1> {aic.name = "t121"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xi1>, tensor<i64>) -> tensor<0x3xi1>
  return %result : tensor<0x3xi1>
}
func.func @"2316 update_slice"(%0: tensor<0x3xi1> {aic.name = "t121"}, %1: tensor<4x3xi1> {aic.name = "t3868"}, %2: tensor<i32> {aic.name = "t2341"}) -> (tensor<4x3xi1> {aic.name = "t3868"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xi1>, tensor<4x3xi1>, tensor<i32>) -> tensor<4x3xi1>
  return %result : tensor<4x3xi1>
}
func.func @"2317 narrow"(%0: tensor<4x3xi1> {aic.name = "t3868"}, %1: tensor<i32> {aic.name = "t2341"}) -> (tensor<0x3xi1> {aic.name = "t121"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xi1>, tensor<i32>) -> tensor<0x3xi1>
  return %result : tensor<0x3xi1>
}
func.func @"2318 update_slice"(%0: tensor<0x3xi64> {aic.name = "t1312"}, %1: tensor<4x3xi64> {aic.name = "t3869"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<4x3xi64> {aic.name = "t3869"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xi64>, tensor<4x3xi64>, tensor<i64>) -> tensor<4x3xi64>
  return %result : tensor<4x3xi64>
}
func.func @"2319 narrow"(%0: tensor<4x3xi64> {aic.name = "t3869"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<0x3xi64> {aic.name = "t1312"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xi64>, tensor<i64>) -> tensor<0x3xi64>
  return %result : tensor<0x3xi64>
}
func.func @"2320 update_slice"(%0: tensor<0x3xi64> {aic.name = "t1312"}, %1: tensor<4x3xi64> {aic.name = "t3869"}, %2: tensor<i64> {aic.name = "t2344"}) -> (tensor<4x3xi64> {aic.name = "t3869"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xi64>, tensor<4x3xi64>, tensor<i64>) -> tensor<4x3xi64>
  return %result : tensor<4x3xi64>
}
func.func @"2321 narrow"(%0: tensor<4x3xi64> {aic.name = "t3869"}, %1: tensor<i64> {aic.name = "t2344"}) -> (tensor<0x3xi64> {aic.name = "t1312"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xi64>, tensor<i64>) -> tensor<0x3xi64>
  return %result : tensor<0x3xi64>
}
func.func @"2322 update_slice"(%0: tensor<0x3xi64> {aic.name = "t1312"}, %1: tensor<4x3xi64> {aic.name = "t3869"}, %2: tensor<i32> {aic.name = "t2341"}) -> (tensor<4x3xi64> {aic.name = "t3869"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<0x3xi64>, tensor<4x3xi64>, tensor<i32>) -> tensor<4x3xi64>
  return %result : tensor<4x3xi64>
}
func.func @"2323 narrow"(%0: tensor<4x3xi64> {aic.name = "t3869"}, %1: tensor<i32> {aic.name = "t2341"}) -> (tensor<0x3xi64> {aic.name = "t1312"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 0} : (tensor<4x3xi64>, tensor<i32>) -> tensor<0x3xi64>
  return %result : tensor<0x3xi64>
}
func.func @"2324 update_slice"(%0: tensor<16x2xf64> {aic.name = "t3870"}, %1: tensor<17x2xf64> {aic.name = "t3871"}, %2: tensor<i32> {aic.name = "t570"}) -> (tensor<17x2xf64> {aic.name = "t3872"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<16x2xf64>, tensor<17x2xf64>, tensor<i32>) -> tensor<17x2xf64>
  return %result : tensor<17x2xf64>
}
func.func @"2325 narrow"(%0: tensor<17x2xf64> {aic.name = "t3871"}, %1: tensor<i32> {aic.name = "t570"}) -> (tensor<16x2xf64> {aic.name = "t3873"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 16} : (tensor<17x2xf64>, tensor<i32>) -> tensor<16x2xf64>
  return %result : tensor<16x2xf64>
}
func.func @"2326 update_slice"(%0: tensor<16x2xf64> {aic.name = "t3874"}, %1: tensor<17x2xf64> {aic.name = "t3871"}, %2: tensor<i32> {aic.name = "t572"}) -> (tensor<17x2xf64> {aic.name = "t3875"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<16x2xf64>, tensor<17x2xf64>, tensor<i32>) -> tensor<17x2xf64>
  return %result : tensor<17x2xf64>
}
func.func @"2327 narrow"(%0: tensor<17x2xf64> {aic.name = "t3871"}, %1: tensor<i32> {aic.name = "t572"}) -> (tensor<16x2xf64> {aic.name = "t3876"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 16} : (tensor<17x2xf64>, tensor<i32>) -> tensor<16x2xf64>
  return %result : tensor<16x2xf64>
}
func.func @"2328 update_slice"(%0: tensor<16x2xi1> {aic.name = "t3877"}, %1: tensor<17x2xi1> {aic.name = "t3878"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<17x2xi1> {aic.name = "t3879"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<16x2xi1>, tensor<17x2xi1>, tensor<i64>) -> tensor<17x2xi1>
  return %result : tensor<17x2xi1>
}
func.func @"2329 narrow"(%0: tensor<17x2xi1> {aic.name = "t3878"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<16x2xi1> {aic.name = "t3880"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 16} : (tensor<17x2xi1>, tensor<i64>) -> tensor<16x2xi1>
  return %result : tensor<16x2xi1>
}
func.func @"2330 update_slice"(%0: tensor<16x2xi1> {aic.name = "t3881"}, %1: tensor<17x2xi1> {aic.name = "t3878"}, %2: tensor<i64> {aic.name = "t2181"}) -> (tensor<17x2xi1> {aic.name = "t3882"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<16x2xi1>, tensor<17x2xi1>, tensor<i64>) -> tensor<17x2xi1>
  return %result : tensor<17x2xi1>
}
func.func @"2331 narrow"(%0: tensor<17x2xi1> {aic.name = "t3878"}, %1: tensor<i64> {aic.name = "t2181"}) -> (tensor<16x2xi1> {aic.name = "t3883"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 16} : (tensor<17x2xi1>, tensor<i64>) -> tensor<16x2xi1>
  return %result : tensor<16x2xi1>
}
func.func @"2332 update_slice"(%0: tensor<16x2xi64> {aic.name = "t3884"}, %1: tensor<17x2xi64> {aic.name = "t3885"}, %2: tensor<i64> {aic.name = "t2435"}) -> (tensor<17x2xi64> {aic.name = "t3886"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<16x2xi64>, tensor<17x2xi64>, tensor<i64>) -> tensor<17x2xi64>
  return %result : tensor<17x2xi64>
}
func.func @"2333 narrow"(%0: tensor<17x2xi64> {aic.name = "t3885"}, %1: tensor<i64> {aic.name = "t2435"}) -> (tensor<16x2xi64> {aic.name = "t3887"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 16} : (tensor<17x2xi64>, tensor<i64>) -> tensor<16x2xi64>
  return %result : tensor<16x2xi64>
}
func.func @"2334 update_slice"(%0: tensor<16x2xi64> {aic.name = "t3888"}, %1: tensor<17x2xi64> {aic.name = "t3885"}, %2: tensor<i64> {aic.name = "t2181"}) -> (tensor<17x2xi64> {aic.name = "t3889"}) {
  %result = aic.update_slice %0 into %1 at %2 {dim = 0} : (tensor<16x2xi64>, tensor<17x2xi64>, tensor<i64>) -> tensor<17x2xi64>
  return %result : tensor<17x2xi64>
}
func.func @"2335 narrow"(%0: tensor<17x2xi64> {aic.name = "t3885"}, %1: tensor<i64> {aic.name = "t2181"}) -> (tensor<16x2xi64> {aic.name = "t3890"}) {
  %result = aic.narrow %0 at %1 {dim = 0, size = 16} : (tensor<17x2xi64>, tensor<i64>) -> tensor<16x2xi64>
  return %result : tensor<16x2xi64>
}
func.func @"2336 attention"(%0: tensor<2x1x4xf64> {aic.name = "t3891"}, %1: tensor<2x9x4xf64> {aic.name = "t3892"}, %2: tensor<2x9x2xf64> {aic.name = "t3893"}, %3: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x1x2xf64> {aic.name = "t3894"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {scale = 0.5} : (tensor<2x1x4xf64>, tensor<2x9x4xf64>, tensor<2x9x2xf64>, tensor<i64>) -> tensor<2x1x2xf64>
  return %result : tensor<2x1x2xf64>
}
func.func @"2337 attention"(%0: tensor<2x1x4xf64> {aic.name = "t3891"}, %1: tensor<2x9x4xf64> {aic.name = "t3892"}, %2: tensor<2x9x2xf64> {aic.name = "t3893"}, %3: tensor<i64> {aic.name = "t2181"}) -> (tensor<2x1x2xf64> {aic.name = "t3894"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {causal = true, scale = 0.5} : (tensor<2x1x4xf64>, tensor<2x9x4xf64>, tensor<2x9x2xf64>, tensor<i64>) -> tensor<2x1x2xf64>
  return %result : tensor<2x1x2xf64>
}
func.func @"2338 attention"(%0: tensor<2x1x4xf64> {aic.name = "t3891"}, %1: tensor<2x9x4xf64> {aic.name = "t3895"}, %2: tensor<2x9x2xf64> {aic.name = "t3896"}, %3: tensor<i64> {aic.name = "t3897"}) -> (tensor<2x1x2xf64> {aic.name = "t3898"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {scale = 0.5} : (tensor<2x1x4xf64>, tensor<2x9x4xf64>, tensor<2x9x2xf64>, tensor<i64>) -> tensor<2x1x2xf64>
  return %result : tensor<2x1x2xf64>
}
func.func @"2339 attention"(%0: tensor<2x1x4xf64> {aic.name = "t3891"}, %1: tensor<2x9x4xf64> {aic.name = "t3895"}, %2: tensor<2x9x2xf64> {aic.name = "t3896"}, %3: tensor<i64> {aic.name = "t3897"}) -> (tensor<2x1x2xf64> {aic.name = "t3898"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {causal = true, scale = 0.5} : (tensor<2x1x4xf64>, tensor<2x9x4xf64>, tensor<2x9x2xf64>, tensor<i64>) -> tensor<2x1x2xf64>
  return %result : tensor<2x1x2xf64>
}
func.func @"2340 attention"(%0: tensor<2x1x4xf64> {aic.name = "t3891"}, %1: tensor<2x9x4xf64> {aic.name = "t3899"}, %2: tensor<2x9x2xf64> {aic.name = "t3900"}, %3: tensor<i64> {aic.name = "t2485"}) -> (tensor<2x1x2xf64> {aic.name = "t3901"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {scale = 0.5} : (tensor<2x1x4xf64>, tensor<2x9x4xf64>, tensor<2x9x2xf64>, tensor<i64>) -> tensor<2x1x2xf64>
  return %result : tensor<2x1x2xf64>
}
func.func @"2341 attention"(%0: tensor<2x1x4xf64> {aic.name = "t3891"}, %1: tensor<2x9x4xf64> {aic.name = "t3899"}, %2: tensor<2x9x2xf64> {aic.name = "t3900"}, %3: tensor<i64> {aic.name = "t2485"}) -> (tensor<2x1x2xf64> {aic.name = "t3901"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {causal = true, scale = 0.5} : (tensor<2x1x4xf64>, tensor<2x9x4xf64>, tensor<2x9x2xf64>, tensor<i64>) -> tensor<2x1x2xf64>
  return %result : tensor<2x1x2xf64>
}
func.func @"2342 attention"(%0: tensor<1x2x3x5xf64> {aic.name = "t3902"}, %1: tensor<1x2x7x5xf64> {aic.name = "t3903"}, %2: tensor<1x2x7x2xf64> {aic.name = "t3904"}, %3: tensor<i64> {aic.name = "t2385"}) -> (tensor<1x2x3x2xf64> {aic.name = "t3905"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {scale = 0.5} : (tensor<1x2x3x5xf64>, tensor<1x2x7x5xf64>, tensor<1x2x7x2xf64>, tensor<i64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"2343 attention"(%0: tensor<1x2x3x5xf64> {aic.name = "t3902"}, %1: tensor<1x2x7x5xf64> {aic.name = "t3903"}, %2: tensor<1x2x7x2xf64> {aic.name = "t3904"}, %3: tensor<i64> {aic.name = "t2385"}) -> (tensor<1x2x3x2xf64> {aic.name = "t3906"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {causal = true, scale = 0.5} : (tensor<1x2x3x5xf64>, tensor<1x2x7x5xf64>, tensor<1x2x7x2xf64>, tensor<i64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"2344 attention"(%0: tensor<1x2x3x5xf64> {aic.name = "t3902"}, %1: tensor<1x2x7x5xf64> {aic.name = "t3907"}, %2: tensor<1x2x7x2xf64> {aic.name = "t3908"}, %3: tensor<i64> {aic.name = "t3897"}) -> (tensor<1x2x3x2xf64> {aic.name = "t3909"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {scale = 0.5} : (tensor<1x2x3x5xf64>, tensor<1x2x7x5xf64>, tensor<1x2x7x2xf64>, tensor<i64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"2345 attention"(%0: tensor<1x2x3x5xf64> {aic.name = "t3902"}, %1: tensor<1x2x7x5xf64> {aic.name = "t3907"}, %2: tensor<1x2x7x2xf64> {aic.name = "t3908"}, %3: tensor<i64> {aic.name = "t3897"}) -> (tensor<1x2x3x2xf64> {aic.name = "t3910"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {causal = true, scale = 0.5} : (tensor<1x2x3x5xf64>, tensor<1x2x7x5xf64>, tensor<1x2x7x2xf64>, tensor<i64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"2346 attention"(%0: tensor<1x2x3x5xf64> {aic.name = "t3902"}, %1: tensor<1x2x7x5xf64> {aic.name = "t3911"}, %2: tensor<1x2x7x2xf64> {aic.name = "t3912"}, %3: tensor<i64> {aic.name = "t3913"}) -> (tensor<1x2x3x2xf64> {aic.name = "t3914"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {scale = 0.5} : (tensor<1x2x3x5xf64>, tensor<1x2x7x5xf64>, tensor<1x2x7x2xf64>, tensor<i64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"2347 attention"(%0: tensor<1x2x3x5xf64> {aic.name = "t3902"}, %1: tensor<1x2x7x5xf64> {aic.name = "t3911"}, %2: tensor<1x2x7x2xf64> {aic.name = "t3912"}, %3: tensor<i64> {aic.name = "t3913"}) -> (tensor<1x2x3x2xf64> {aic.name = "t3915"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {causal = true, scale = 0.5} : (tensor<1x2x3x5xf64>, tensor<1x2x7x5xf64>, tensor<1x2x7x2xf64>, tensor<i64>) -> tensor<1x2x3x2xf64>
  return %result : tensor<1x2x3x2xf64>
}
func.func @"2348 attention"(%0: tensor<4x3xf64> {aic.name = "t3916"}, %1: tensor<4x3xf64> {aic.name = "t3917"}, %2: tensor<4x2xf64> {aic.name = "t3918"}, %3: tensor<i64> {aic.name = "t3867"}) -> (tensor<4x2xf64> {aic.name = "t3919"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {scale = 0.5} : (tensor<4x3xf64>, tensor<4x3xf64>, tensor<4x2xf64>, tensor<i64>) -> tensor<4x2xf64>
  return %result : tensor<4x2xf64>
}
func.func @"2349 attention"(%0: tensor<4x3xf64> {aic.name = "t3916"}, %1: tensor<4x3xf64> {aic.name = "t3917"}, %2: tensor<4x2xf64> {aic.name = "t3918"}, %3: tensor<i64> {aic.name = "t3867"}) -> (tensor<4x2xf64> {aic.name = "t3920"}) attributes {summed} {
  %result = aic.attention %0, %1, %2 length %3 {causal = true, scale = 0.5} : (tensor<4x3xf64>, tensor<4x3xf64>, tensor<4x2xf64>, tensor<i64>) -> tensor<4x2xf64>
  return %result : tensor<4x2xf64>
}
func.func @"2350 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3921"}, %1: tensor<1x1x1xf32> {aic.name = "t3922"}) -> (tensor<2x3x6xf32> {aic.name = "t3923"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xi8>, tensor<1x1x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2351 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3924"}, %1: tensor<1x1x1xf16> {aic.name = "t3925"}, %2: tensor<1x1x1xi8> {aic.name = "t3926"}) -> (tensor<2x3x6xf32> {aic.name = "t3927"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xi8>, tensor<1x1x1xf16>, tensor<1x1x1xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2352 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3928"}, %1: tensor<1x3x1xf32> {aic.name = "t3929"}) -> (tensor<2x3x6xf32> {aic.name = "t3930"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xi8>, tensor<1x3x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2353 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3931"}, %1: tensor<1x3x1xf16> {aic.name = "t3932"}, %2: tensor<1x3x1xi8> {aic.name = "t3933"}) -> (tensor<2x3x6xf32> {aic.name = "t3934"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xi8>, tensor<1x3x1xf16>, tensor<1x3x1xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2354 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3935"}, %1: tensor<2x3x6xf32> {aic.name = "t3936"}) -> (tensor<2x3x6xf32> {aic.name = "t3937"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xi8>, tensor<2x3x6xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2355 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3938"}, %1: tensor<2x3x6xf16> {aic.name = "t3939"}, %2: tensor<2x3x6xi8> {aic.name = "t3940"}) -> (tensor<2x3x6xf32> {aic.name = "t3941"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xi8>, tensor<2x3x6xf16>, tensor<2x3x6xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2356 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3942"}, %1: tensor<2x3x2xf32> {aic.name = "t3943"}) -> (tensor<2x3x6xf32> {aic.name = "t3944"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 2, block = 4} : (tensor<2x3x6xi8>, tensor<2x3x2xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2357 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3945"}, %1: tensor<2x3x2xf16> {aic.name = "t3946"}, %2: tensor<2x3x2xi8> {aic.name = "t3947"}) -> (tensor<2x3x6xf32> {aic.name = "t3948"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 2, block = 4} : (tensor<2x3x6xi8>, tensor<2x3x2xf16>, tensor<2x3x2xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2358 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3949"}, %1: tensor<2x2x1xf32> {aic.name = "t3950"}) -> (tensor<2x3x6xf32> {aic.name = "t3951"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 1, block = 2} : (tensor<2x3x6xi8>, tensor<2x2x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2359 dequantize"(%0: tensor<2x3x6xi8> {aic.name = "t3952"}, %1: tensor<2x2x1xf16> {aic.name = "t3953"}, %2: tensor<2x2x1xi8> {aic.name = "t3954"}) -> (tensor<2x3x6xf32> {aic.name = "t3955"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 1, block = 2} : (tensor<2x3x6xi8>, tensor<2x2x1xf16>, tensor<2x2x1xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2360 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3956"}, %1: tensor<1x1x1xf32> {aic.name = "t3957"}) -> (tensor<2x3x6xf32> {aic.name = "t3958"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xi8>, tensor<1x1x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2361 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3959"}, %1: tensor<1x1x1xf16> {aic.name = "t3960"}, %2: tensor<1x1x1xi8> {aic.name = "t3961"}) -> (tensor<2x3x6xf32> {aic.name = "t3962"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xi8>, tensor<1x1x1xf16>, tensor<1x1x1xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2362 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3963"}, %1: tensor<1x3x1xf32> {aic.name = "t3964"}) -> (tensor<2x3x6xf32> {aic.name = "t3965"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xi8>, tensor<1x3x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2363 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3966"}, %1: tensor<1x3x1xf16> {aic.name = "t3967"}, %2: tensor<1x3x1xi8> {aic.name = "t3968"}) -> (tensor<2x3x6xf32> {aic.name = "t3969"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xi8>, tensor<1x3x1xf16>, tensor<1x3x1xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2364 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3970"}, %1: tensor<2x3x6xf32> {aic.name = "t3971"}) -> (tensor<2x3x6xf32> {aic.name = "t3972"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xi8>, tensor<2x3x6xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2365 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3973"}, %1: tensor<2x3x6xf16> {aic.name = "t3974"}, %2: tensor<2x3x6xi8> {aic.name = "t3975"}) -> (tensor<2x3x6xf32> {aic.name = "t3976"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xi8>, tensor<2x3x6xf16>, tensor<2x3x6xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2366 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3977"}, %1: tensor<2x3x2xf32> {aic.name = "t3978"}) -> (tensor<2x3x6xf32> {aic.name = "t3979"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 2, block = 4} : (tensor<2x3x3xi8>, tensor<2x3x2xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2367 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3980"}, %1: tensor<2x3x2xf16> {aic.name = "t3981"}, %2: tensor<2x3x2xi8> {aic.name = "t3982"}) -> (tensor<2x3x6xf32> {aic.name = "t3983"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 2, block = 4} : (tensor<2x3x3xi8>, tensor<2x3x2xf16>, tensor<2x3x2xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2368 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3984"}, %1: tensor<2x2x1xf32> {aic.name = "t3985"}) -> (tensor<2x3x6xf32> {aic.name = "t3986"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 1, block = 2} : (tensor<2x3x3xi8>, tensor<2x2x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2369 dequantize"(%0: tensor<2x3x3xi8> {aic.name = "t3987"}, %1: tensor<2x2x1xf16> {aic.name = "t3988"}, %2: tensor<2x2x1xi8> {aic.name = "t3989"}) -> (tensor<2x3x6xf32> {aic.name = "t3990"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 1, block = 2} : (tensor<2x3x3xi8>, tensor<2x2x1xf16>, tensor<2x2x1xi8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2370 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t3991"}, %1: tensor<1x1x1xf32> {aic.name = "t3957"}) -> (tensor<2x3x6xf32> {aic.name = "t3992"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xui8>, tensor<1x1x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2371 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t3993"}, %1: tensor<1x1x1xf16> {aic.name = "t3994"}, %2: tensor<1x1x1xui8> {aic.name = "t3995"}) -> (tensor<2x3x6xf32> {aic.name = "t3996"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xui8>, tensor<1x1x1xf16>, tensor<1x1x1xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2372 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t3997"}, %1: tensor<1x3x1xf32> {aic.name = "t3998"}) -> (tensor<2x3x6xf32> {aic.name = "t3999"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xui8>, tensor<1x3x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2373 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t4000"}, %1: tensor<1x3x1xf16> {aic.name = "t4001"}, %2: tensor<1x3x1xui8> {aic.name = "t4002"}) -> (tensor<2x3x6xf32> {aic.name = "t4003"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xui8>, tensor<1x3x1xf16>, tensor<1x3x1xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2374 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t4004"}, %1: tensor<2x3x6xf32> {aic.name = "t4005"}) -> (tensor<2x3x6xf32> {aic.name = "t4006"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xui8>, tensor<2x3x6xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2375 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t4007"}, %1: tensor<2x3x6xf16> {aic.name = "t4008"}, %2: tensor<2x3x6xui8> {aic.name = "t4009"}) -> (tensor<2x3x6xf32> {aic.name = "t4010"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 0, block = 0} : (tensor<2x3x6xui8>, tensor<2x3x6xf16>, tensor<2x3x6xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2376 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t4011"}, %1: tensor<2x3x2xf32> {aic.name = "t4012"}) -> (tensor<2x3x6xf32> {aic.name = "t4013"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 2, block = 4} : (tensor<2x3x6xui8>, tensor<2x3x2xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2377 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t4014"}, %1: tensor<2x3x2xf16> {aic.name = "t4015"}, %2: tensor<2x3x2xui8> {aic.name = "t4016"}) -> (tensor<2x3x6xf32> {aic.name = "t4017"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 2, block = 4} : (tensor<2x3x6xui8>, tensor<2x3x2xf16>, tensor<2x3x2xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2378 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t4018"}, %1: tensor<2x2x1xf32> {aic.name = "t4019"}) -> (tensor<2x3x6xf32> {aic.name = "t4020"}) {
  %result = aic.dequantize %0, %1 {bits = 8, axis = 1, block = 2} : (tensor<2x3x6xui8>, tensor<2x2x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2379 dequantize"(%0: tensor<2x3x6xui8> {aic.name = "t4021"}, %1: tensor<2x2x1xf16> {aic.name = "t4022"}, %2: tensor<2x2x1xui8> {aic.name = "t4023"}) -> (tensor<2x3x6xf32> {aic.name = "t4024"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 8, axis = 1, block = 2} : (tensor<2x3x6xui8>, tensor<2x2x1xf16>, tensor<2x2x1xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2380 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4025"}, %1: tensor<1x1x1xf32> {aic.name = "t3922"}) -> (tensor<2x3x6xf32> {aic.name = "t4026"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xui8>, tensor<1x1x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2381 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4027"}, %1: tensor<1x1x1xf16> {aic.name = "t3960"}, %2: tensor<1x1x1xui8> {aic.name = "t4028"}) -> (tensor<2x3x6xf32> {aic.name = "t4029"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xui8>, tensor<1x1x1xf16>, tensor<1x1x1xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2382 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4030"}, %1: tensor<1x3x1xf32> {aic.name = "t4031"}) -> (tensor<2x3x6xf32> {aic.name = "t4032"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xui8>, tensor<1x3x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2383 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4033"}, %1: tensor<1x3x1xf16> {aic.name = "t4034"}, %2: tensor<1x3x1xui8> {aic.name = "t4035"}) -> (tensor<2x3x6xf32> {aic.name = "t4036"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xui8>, tensor<1x3x1xf16>, tensor<1x3x1xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2384 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4037"}, %1: tensor<2x3x6xf32> {aic.name = "t4038"}) -> (tensor<2x3x6xf32> {aic.name = "t4039"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xui8>, tensor<2x3x6xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2385 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4040"}, %1: tensor<2x3x6xf16> {aic.name = "t4041"}, %2: tensor<2x3x6xui8> {aic.name = "t4042"}) -> (tensor<2x3x6xf32> {aic.name = "t4043"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 0, block = 0} : (tensor<2x3x3xui8>, tensor<2x3x6xf16>, tensor<2x3x6xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2386 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4044"}, %1: tensor<2x3x2xf32> {aic.name = "t4045"}) -> (tensor<2x3x6xf32> {aic.name = "t4046"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 2, block = 4} : (tensor<2x3x3xui8>, tensor<2x3x2xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2387 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4047"}, %1: tensor<2x3x2xf16> {aic.name = "t4048"}, %2: tensor<2x3x2xui8> {aic.name = "t4049"}) -> (tensor<2x3x6xf32> {aic.name = "t4050"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 2, block = 4} : (tensor<2x3x3xui8>, tensor<2x3x2xf16>, tensor<2x3x2xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2388 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4051"}, %1: tensor<2x2x1xf32> {aic.name = "t4052"}) -> (tensor<2x3x6xf32> {aic.name = "t4053"}) {
  %result = aic.dequantize %0, %1 {bits = 4, axis = 1, block = 2} : (tensor<2x3x3xui8>, tensor<2x2x1xf32>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2389 dequantize"(%0: tensor<2x3x3xui8> {aic.name = "t4054"}, %1: tensor<2x2x1xf16> {aic.name = "t4055"}, %2: tensor<2x2x1xui8> {aic.name = "t4056"}) -> (tensor<2x3x6xf32> {aic.name = "t4057"}) {
  %result = aic.dequantize %0, %1 zero %2 {bits = 4, axis = 1, block = 2} : (tensor<2x3x3xui8>, tensor<2x2x1xf16>, tensor<2x2x1xui8>) -> tensor<2x3x6xf32>
  return %result : tensor<2x3x6xf32>
}
func.func @"2390 block_linear"(%0: tensor<3x8xf32> {aic.name = "t4058"}, %1: tensor<5x8xi8> {aic.name = "t4059"}, %2: tensor<5x2xf32> {aic.name = "t4060"}) -> (tensor<3x5xf32> {aic.name = "t4061"}) {
  %result = aic.block_linear %0, %1, %2 {bits = 8, block = 4} : (tensor<3x8xf32>, tensor<5x8xi8>, tensor<5x2xf32>) -> tensor<3x5xf32>
  return %result : tensor<3x5xf32>
}
func.func @"2391 block_linear"(%0: tensor<3x8xf32> {aic.name = "t4062"}, %1: tensor<5x8xi8> {aic.name = "t4063"}, %2: tensor<5x2xf32> {aic.name = "t4064"}, %3: tensor<5xf32> {aic.name = "t4065"}) -> (tensor<3x5xf32> {aic.name = "t4066"}) {
  %result = aic.block_linear %0, %1, %2 bias %3 {bits = 8, block = 4} : (tensor<3x8xf32>, tensor<5x8xi8>, tensor<5x2xf32>, tensor<5xf32>) -> tensor<3x5xf32>
  return %result : tensor<3x5xf32>
}
func.func @"2392 block_linear"(%0: tensor<2x2x6xf32> {aic.name = "t4067"}, %1: tensor<3x6xi8> {aic.name = "t4068"}, %2: tensor<3x2xf32> {aic.name = "t4069"}) -> (tensor<2x2x3xf32> {aic.name = "t4070"}) {
  %result = aic.block_linear %0, %1, %2 {bits = 8, block = 4} : (tensor<2x2x6xf32>, tensor<3x6xi8>, tensor<3x2xf32>) -> tensor<2x2x3xf32>
  return %result : tensor<2x2x3xf32>
}
func.func @"2393 block_linear"(%0: tensor<2x2x6xf32> {aic.name = "t4071"}, %1: tensor<3x6xi8> {aic.name = "t4072"}, %2: tensor<3x2xf32> {aic.name = "t4073"}, %3: tensor<3xf32> {aic.name = "t4074"}) -> (tensor<2x2x3xf32> {aic.name = "t4075"}) {
  %result = aic.block_linear %0, %1, %2 bias %3 {bits = 8, block = 4} : (tensor<2x2x6xf32>, tensor<3x6xi8>, tensor<3x2xf32>, tensor<3xf32>) -> tensor<2x2x3xf32>
  return %result : tensor<2x2x3xf32>
}
func.func @"2394 block_linear"(%0: tensor<10xf32> {aic.name = "t4076"}, %1: tensor<1x10xi8> {aic.name = "t4077"}, %2: tensor<1x1xf32> {aic.name = "t4078"}) -> (tensor<1xf32> {aic.name = "t4079"}) {
  %result = aic.block_linear %0, %1, %2 {bits = 8, block = 16} : (tensor<10xf32>, tensor<1x10xi8>, tensor<1x1xf32>) -> tensor<1xf32>
  return %result : tensor<1xf32>
}
func.func @"2395 block_linear"(%0: tensor<10xf32> {aic.name = "t4080"}, %1: tensor<1x10xi8> {aic.name = "t4081"}, %2: tensor<1x1xf32> {aic.name = "t4082"}, %3: tensor<1xf32> {aic.name = "t4083"}) -> (tensor<1xf32> {aic.name = "t4084"}) {
  %result = aic.block_linear %0, %1, %2 bias %3 {bits = 8, block = 16} : (tensor<10xf32>, tensor<1x10xi8>, tensor<1x1xf32>, tensor<1xf32>) -> tensor<1xf32>
  return %result : tensor<1xf32>
}
func.func @"2396 block_linear"(%0: tensor<3x8xf32> {aic.name = "t4085"}, %1: tensor<5x4xi8> {aic.name = "t4086"}, %2: tensor<5x2xf32> {aic.name = "t4087"}) -> (tensor<3x5xf32> {aic.name = "t4088"}) {
  %result = aic.block_linear %0, %1, %2 {bits = 4, block = 4} : (tensor<3x8xf32>, tensor<5x4xi8>, tensor<5x2xf32>) -> tensor<3x5xf32>
  return %result : tensor<3x5xf32>
}
func.func @"2397 block_linear"(%0: tensor<3x8xf32> {aic.name = "t4089"}, %1: tensor<5x4xi8> {aic.name = "t4090"}, %2: tensor<5x2xf32> {aic.name = "t4091"}, %3: tensor<5xf32> {aic.name = "t4092"}) -> (tensor<3x5xf32> {aic.name = "t4093"}) {
  %result = aic.block_linear %0, %1, %2 bias %3 {bits = 4, block = 4} : (tensor<3x8xf32>, tensor<5x4xi8>, tensor<5x2xf32>, tensor<5xf32>) -> tensor<3x5xf32>
  return %result : tensor<3x5xf32>
}
func.func @"2398 block_linear"(%0: tensor<2x2x6xf32> {aic.name = "t4094"}, %1: tensor<3x3xi8> {aic.name = "t4095"}, %2: tensor<3x2xf32> {aic.name = "t4096"}) -> (tensor<2x2x3xf32> {aic.name = "t4097"}) {
  %result = aic.block_linear %0, %1, %2 {bits = 4, block = 4} : (tensor<2x2x6xf32>, tensor<3x3xi8>, tensor<3x2xf32>) -> tensor<2x2x3xf32>
  return %result : tensor<2x2x3xf32>
}
func.func @"2399 block_linear"(%0: tensor<2x2x6xf32> {aic.name = "t4098"}, %1: tensor<3x3xi8> {aic.name = "t4099"}, %2: tensor<3x2xf32> {aic.name = "t4100"}, %3: tensor<3xf32> {aic.name = "t4101"}) -> (tensor<2x2x3xf32> {aic.name = "t4102"}) {
  %result = aic.block_linear %0, %1, %2 bias %3 {bits = 4, block = 4} : (tensor<2x2x6xf32>, tensor<3x3xi8>, tensor<3x2xf32>, tensor<3xf32>) -> tensor<2x2x3xf32>
  return %result : tensor<2x2x3xf32>
}
func.func @"2400 block_linear"(%0: tensor<10xf32> {aic.name = "t4103"}, %1: tensor<1x5xi8> {aic.name = "t4104"}, %2: tensor<1x1xf32> {aic.name = "t4082"}) -> (tensor<1xf32> {aic.name = "t4105"}) {
  %result = aic.block_linear %0, %1, %2 {bits = 4, block = 16} : (tensor<10xf32>, tensor<1x5xi8>, tensor<1x1xf32>) -> tensor<1xf32>
  return %result : tensor<1xf32>
}
func.func @"2401 block_linear"(%0: tensor<10xf32> {aic.name = "t4106"}, %1: tensor<1x5xi8> {aic.name = "t4107"}, %2: tensor<1x1xf32> {aic.name = "t4078"}, %3: tensor<1xf32> {aic.name = "t4108"}) -> (tensor<1xf32> {aic.name = "t4109"}) {
  %result = aic.block_linear %0, %1, %2 bias %3 {bits = 4, block = 16} : (tensor<10xf32>, tensor<1x5xi8>, tensor<1x1xf32>, tensor<1xf32>) -> tensor<1xf32>
  return %result : tensor<1xf32>
}
func.func @"2402 quantised_attention"(%0: tensor<2x1x4xf32> {aic.name = "t4110"}, %1: tensor<2x5x4xi8> {aic.name = "t4111"}, %2: tensor<2x5x4xi8> {aic.name = "t4112"}, %3: tensor<2x5x1xf32> {aic.name = "t4113"}, %4: tensor<1x5x1xf32> {aic.name = "t4114"}) -> (tensor<2x1x4xf32> {aic.name = "t4115"}) attributes {summed, rounded} {
  %result = aic.quantised_attention %0, %1, %2 k_scale %3 v_scale %4 {causal = false, scale = 0.25} : (tensor<2x1x4xf32>, tensor<2x5x4xi8>, tensor<2x5x4xi8>, tensor<2x5x1xf32>, tensor<1x5x1xf32>) -> tensor<2x1x4xf32>
  return %result : tensor<2x1x4xf32>
}
func.func @"2403 quantised_attention"(%0: tensor<2x3x4xf32> {aic.name = "t4116"}, %1: tensor<2x4x4xi8> {aic.name = "t4117"}, %2: tensor<2x4x4xi8> {aic.name = "t4118"}, %3: tensor<2x4x1xf32> {aic.name = "t4119"}, %4: tensor<1x4x1xf32> {aic.name = "t4120"}) -> (tensor<2x3x4xf32> {aic.name = "t4121"}) attributes {summed, rounded} {
  %result = aic.quantised_attention %0, %1, %2 k_scale %3 v_scale %4 {causal = true, scale = 0.25} : (tensor<2x3x4xf32>, tensor<2x4x4xi8>, tensor<2x4x4xi8>, tensor<2x4x1xf32>, tensor<1x4x1xf32>) -> tensor<2x3x4xf32>
  return %result : tensor<2x3x4xf32>
}
func.func @"2404 quantised_attention"(%0: tensor<2x2x4xf32> {aic.name = "t4122"}, %1: tensor<2x3x4xi8> {aic.name = "t4123"}, %2: tensor<2x3x4xf32> {aic.name = "t4124"}, %3: tensor<2x3x1xf32> {aic.name = "t4125"}) -> (tensor<2x2x4xf32> {aic.name = "t4126"}) attributes {summed, rounded} {
  %result = aic.quantised_attention %0, %1, %2 k_scale %3 {causal = false, scale = 0.25} : (tensor<2x2x4xf32>, tensor<2x3x4xi8>, tensor<2x3x4xf32>, tensor<2x3x1xf32>) -> tensor<2x2x4xf32>
  return %result : tensor<2x2x4xf32>
}
func.func @"2405 quantised_attention"(%0: tensor<2x2x4xf32> {aic.name = "t4127"}, %1: tensor<2x3x4xf32> {aic.name = "t4128"}, %2: tensor<2x3x4xi8> {aic.name = "t4129"}, %3: tensor<1x3x1xf32> {aic.name = "t4130"}) -> (tensor<2x2x4xf32> {aic.name = "t4131"}) attributes {summed, rounded} {
  %result = aic.quantised_attention %0, %1, %2 v_scale %3 {causal = false, scale = 0.25} : (tensor<2x2x4xf32>, tensor<2x3x4xf32>, tensor<2x3x4xi8>, tensor<1x3x1xf32>) -> tensor<2x2x4xf32>
  return %result : tensor<2x2x4xf32>
}
func.func @"2406 conv2d_weight_gradient"(%0: tensor<2x3x7x6xf64> {aic.name = "t4132"}, %1: tensor<2x4x7x6xf64> {aic.name = "t4133"}) -> (tensor<4x3x3x3xf64> {aic.name = "t4134"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>} : (tensor<2x3x7x6xf64>, tensor<2x4x7x6xf64>) -> tensor<4x3x3x3xf64>
  return %result : tensor<4x3x3x3xf64>
}
func.func @"2407 conv2d_weight_gradient"(%0: tensor<2x7x6x3xf64> {aic.name = "t4135"}, %1: tensor<2x7x6x4xf64> {aic.name = "t4136"}) -> (tensor<4x3x3x3xf64> {aic.name = "t4137"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<2x7x6x3xf64>, tensor<2x7x6x4xf64>) -> tensor<4x3x3x3xf64>
  return %result : tensor<4x3x3x3xf64>
}
func.func @"2408 conv2d_weight_gradient"(%0: tensor<1x2x9x8xf64> {aic.name = "t4138"}, %1: tensor<1x3x4x3xf64> {aic.name = "t4139"}) -> (tensor<3x2x3x2xf64> {aic.name = "t4140"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 3>, padding = array<i64: 0, 1, 0, 1>, dilation = array<i64: 1, 1>} : (tensor<1x2x9x8xf64>, tensor<1x3x4x3xf64>) -> tensor<3x2x3x2xf64>
  return %result : tensor<3x2x3x2xf64>
}
func.func @"2409 conv2d_weight_gradient"(%0: tensor<1x9x8x2xf64> {aic.name = "t4141"}, %1: tensor<1x4x3x3xf64> {aic.name = "t4142"}) -> (tensor<3x3x2x2xf64> {aic.name = "t4143"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 3, 2>, stride = array<i64: 2, 3>, padding = array<i64: 0, 1, 0, 1>, dilation = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x9x8x2xf64>, tensor<1x4x3x3xf64>) -> tensor<3x3x2x2xf64>
  return %result : tensor<3x3x2x2xf64>
}
func.func @"2410 conv2d_weight_gradient"(%0: tensor<2x5x4x5xf64> {aic.name = "t4144"}, %1: tensor<2x1x4x5xf64> {aic.name = "t4145"}) -> (tensor<1x5x1x1xf64> {aic.name = "t4146"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>, dilation = array<i64: 1, 1>} : (tensor<2x5x4x5xf64>, tensor<2x1x4x5xf64>) -> tensor<1x5x1x1xf64>
  return %result : tensor<1x5x1x1xf64>
}
func.func @"2411 conv2d_weight_gradient"(%0: tensor<2x4x5x5xf64> {aic.name = "t4147"}, %1: tensor<2x4x5x1xf64> {aic.name = "t4148"}) -> (tensor<1x1x1x5xf64> {aic.name = "t4149"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>, dilation = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<2x4x5x5xf64>, tensor<2x4x5x1xf64>) -> tensor<1x1x1x5xf64>
  return %result : tensor<1x1x1x5xf64>
}
func.func @"2412 conv2d_weight_gradient"(%0: tensor<1x1x8x9xf64> {aic.name = "t4150"}, %1: tensor<1x2x9x3xf64> {aic.name = "t4151"}) -> (tensor<2x1x2x3xf64> {aic.name = "t4152"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 2, 3>, stride = array<i64: 1, 2>, padding = array<i64: 2, 0, 2, 0>, dilation = array<i64: 3, 2>} : (tensor<1x1x8x9xf64>, tensor<1x2x9x3xf64>) -> tensor<2x1x2x3xf64>
  return %result : tensor<2x1x2x3xf64>
}
func.func @"2413 conv2d_weight_gradient"(%0: tensor<1x8x9x1xf64> {aic.name = "t4153"}, %1: tensor<1x9x3x2xf64> {aic.name = "t4154"}) -> (tensor<2x2x3x1xf64> {aic.name = "t4155"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 2, 3>, stride = array<i64: 1, 2>, padding = array<i64: 2, 0, 2, 0>, dilation = array<i64: 3, 2>, layout = #aic.layout<nhwc>} : (tensor<1x8x9x1xf64>, tensor<1x9x3x2xf64>) -> tensor<2x2x3x1xf64>
  return %result : tensor<2x2x3x1xf64>
}
func.func @"2414 conv2d_weight_gradient"(%0: tensor<5x3xf64> {aic.name = "t4156"}, %1: tensor<5x4xf64> {aic.name = "t4157"}) -> (tensor<4x3xf64> {aic.name = "t4158"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 1, 1>} : (tensor<5x3xf64>, tensor<5x4xf64>) -> tensor<4x3xf64>
  return %result : tensor<4x3xf64>
}
func.func @"2415 conv2d_weight_gradient"(%0: tensor<1x2xf64> {aic.name = "t4159"}, %1: tensor<1x1xf64> {aic.name = "t4160"}) -> (tensor<1x2xf64> {aic.name = "t4161"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 1, 1>} : (tensor<1x2xf64>, tensor<1x1xf64>) -> tensor<1x2xf64>
  return %result : tensor<1x2xf64>
}
func.func @"2416 conv2d_weight_gradient"(%0: tensor<0x2xf64> {aic.name = "t1186"}, %1: tensor<0x3xf64> {aic.name = "t21"}) -> (tensor<3x2xf64> {aic.name = "t1187"}) {
  %result = aic.conv2d_weight_gradient %0, %1 {kernel = array<i64: 1, 1>} : (tensor<0x2xf64>, tensor<0x3xf64>) -> tensor<3x2xf64>
  return %result : tensor<3x2xf64>
}
func.func @"2417 max_pool2d_gradient"(%0: tensor<2x3x6x8xf64> {aic.name = "t4162"}, %1: tensor<2x3x3x4xf64> {aic.name = "t4163"}) -> (tensor<2x3x6x8xf64> {aic.name = "t4164"}) {
  %result = aic.max_pool2d_gradient %0, %1 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 0, 0, 0>, dilation = array<i64: 1, 1>} : (tensor<2x3x6x8xf64>, tensor<2x3x3x4xf64>) -> tensor<2x3x6x8xf64>
  return %result : tensor<2x3x6x8xf64>
}
func.func @"2418 max_pool2d_gradient"(%0: tensor<2x6x8x3xf64> {aic.name = "t4165"}, %1: tensor<2x3x4x3xf64> {aic.name = "t4166"}) -> (tensor<2x6x8x3xf64> {aic.name = "t4167"}) {
  %result = aic.max_pool2d_gradient %0, %1 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, padding = array<i64: 0, 0, 0, 0>, dilation = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<2x6x8x3xf64>, tensor<2x3x4x3xf64>) -> tensor<2x6x8x3xf64>
  return %result : tensor<2x6x8x3xf64>
}
func.func @"2419 max_pool2d_gradient"(%0: tensor<1x2x9x8xf64> {aic.name = "t4168"}, %1: tensor<1x2x5x8xf64> {aic.name = "t4169"}) -> (tensor<1x2x9x8xf64> {aic.name = "t4170"}) {
  %result = aic.max_pool2d_gradient %0, %1 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>} : (tensor<1x2x9x8xf64>, tensor<1x2x5x8xf64>) -> tensor<1x2x9x8xf64>
  return %result : tensor<1x2x9x8xf64>
}
func.func @"2420 max_pool2d_gradient"(%0: tensor<1x9x8x2xf64> {aic.name = "t4171"}, %1: tensor<1x5x8x2xf64> {aic.name = "t4172"}) -> (tensor<1x9x8x2xf64> {aic.name = "t4173"}) {
  %result = aic.max_pool2d_gradient %0, %1 {kernel = array<i64: 3, 3>, stride = array<i64: 2, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x9x8x2xf64>, tensor<1x5x8x2xf64>) -> tensor<1x9x8x2xf64>
  return %result : tensor<1x9x8x2xf64>
}
func.func @"2421 max_pool2d_gradient"(%0: tensor<1x2x7x8xf64> {aic.name = "t4174"}, %1: tensor<1x2x4x5xf64> {aic.name = "t4175"}) -> (tensor<1x2x7x8xf64> {aic.name = "t4176"}) {
  %result = aic.max_pool2d_gradient %0, %1 {kernel = array<i64: 2, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 2, 1>, ceil_mode = true} : (tensor<1x2x7x8xf64>, tensor<1x2x4x5xf64>) -> tensor<1x2x7x8xf64>
  return %result : tensor<1x2x7x8xf64>
}
func.func @"2422 max_pool2d_gradient"(%0: tensor<1x7x8x2xf64> {aic.name = "t4177"}, %1: tensor<1x4x5x2xf64> {aic.name = "t4178"}) -> (tensor<1x7x8x2xf64> {aic.name = "t4179"}) {
  %result = aic.max_pool2d_gradient %0, %1 {kernel = array<i64: 2, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 2, 1>, ceil_mode = true, layout = #aic.layout<nhwc>} : (tensor<1x7x8x2xf64>, tensor<1x4x5x2xf64>) -> tensor<1x7x8x2xf64>
  return %result : tensor<1x7x8x2xf64>
}
func.func @"2423 max_pool2d_gradient"(%0: tensor<2x1x8x9xf64> {aic.name = "t4180"}, %1: tensor<2x1x3x3xf64> {aic.name = "t4181"}) -> (tensor<2x1x8x9xf64> {aic.name = "t4182"}) {
  %result = aic.max_pool2d_gradient %0, %1 {kernel = array<i64: 2, 2>, stride = array<i64: 3, 4>, padding = array<i64: 0, 1, 0, 1>, dilation = array<i64: 1, 1>} : (tensor<2x1x8x9xf64>, tensor<2x1x3x3xf64>) -> tensor<2x1x8x9xf64>
  return %result : tensor<2x1x8x9xf64>
}
func.func @"2424 max_pool2d_gradient"(%0: tensor<2x8x9x1xf64> {aic.name = "t4183"}, %1: tensor<2x3x3x1xf64> {aic.name = "t4184"}) -> (tensor<2x8x9x1xf64> {aic.name = "t4185"}) {
  %result = aic.max_pool2d_gradient %0, %1 {kernel = array<i64: 2, 2>, stride = array<i64: 3, 4>, padding = array<i64: 0, 1, 0, 1>, dilation = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<2x8x9x1xf64>, tensor<2x3x3x1xf64>) -> tensor<2x8x9x1xf64>
  return %result : tensor<2x8x9x1xf64>
}
func.func @"2425 dropout"(%0: tensor<3x50xf64> {aic.name = "t4186"}, %1: tensor<2xi64> {aic.name = "t2471"}) -> (tensor<3x50xf64> {aic.name = "t4187"}) {
  %result = aic.dropout %0, %1 {p = 0.5 : f64, stream = 0 : i64} : (tensor<3x50xf64>, tensor<2xi64>) -> tensor<3x50xf64>
  return %result : tensor<3x50xf64>
}
func.func @"2426 dropout"(%0: tensor<70xf64> {aic.name = "t4188"}, %1: tensor<2xi64> {aic.name = "t4189"}) -> (tensor<70xf64> {aic.name = "t4190"}) {
  %result = aic.dropout %0, %1 {p = 0.3 : f64, stream = 4294967295 : i64} : (tensor<70xf64>, tensor<2xi64>) -> tensor<70xf64>
  return %result : tensor<70xf64>
}
func.func @"2427 dropout"(%0: tensor<2x1x65xf64> {aic.name = "t4191"}, %1: tensor<2xi64> {aic.name = "t4192"}) -> (tensor<2x1x65xf64> {aic.name = "t4193"}) {
  %result = aic.dropout %0, %1 {p = 0.9 : f64, stream = 3 : i64} : (tensor<2x1x65xf64>, tensor<2xi64>) -> tensor<2x1x65xf64>
  return %result : tensor<2x1x65xf64>
}
func.func @"2428 dropout"(%0: tensor<4xf64> {aic.name = "t4194"}, %1: tensor<2xi64> {aic.name = "t4195"}) -> (tensor<4xf64> {aic.name = "t4194"}) {
  %result = aic.dropout %0, %1 {p = 0.0 : f64, stream = 1 : i64} : (tensor<4xf64>, tensor<2xi64>) -> tensor<4xf64>
  return %result : tensor<4xf64>
}
