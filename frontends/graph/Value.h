// What an expression has while a graph is evaluated: a compile-time value, or a tensor of the program.
#pragma once

#include "dialects/Mlir.h"

#include <memory>
#include <string>
#include <vector>

namespace aic::graph {

struct Function;

struct Value {
  enum class Kind : uint8_t {
    Poison, // follows a reported error: whoever meets it stays silent
    None,
    Bool,
    Int,
    Float,
    String,
    Type,     // an element type
    Function, // a block or primitive that is not called here
    List,
    Tuple, // several results of a block or primitive
    Tensor
  };
  Kind kind = Kind::Poison;
  bool boolean = false;
  int listDepth = 0; // how deep lists nest, bounded
  int64_t integer = 0;
  double number = 0;
  mlir::Type type;
  mlir::Value tensor;
  std::shared_ptr<const std::string> string;
  std::shared_ptr<const std::vector<Value>> list;
  std::shared_ptr<const Function> function;

  static Value poison() { return {}; }
  static Value none() { return of(Kind::None); }
  static Value of(Kind kind) {
    Value v;
    v.kind = kind;
    return v;
  }
  static Value ofBool(bool b) {
    Value v = of(Kind::Bool);
    v.boolean = b;
    return v;
  }
  static Value ofInt(int64_t i) {
    Value v = of(Kind::Int);
    v.integer = i;
    return v;
  }
  static Value ofFloat(double d) {
    Value v = of(Kind::Float);
    v.number = d;
    return v;
  }
  static Value ofString(std::string s) {
    Value v = of(Kind::String);
    v.string = std::make_shared<const std::string>(std::move(s));
    return v;
  }
  static Value ofType(mlir::Type type) {
    Value v = of(Kind::Type);
    v.type = type;
    return v;
  }
  static Value ofFunction(Function function);
  static Value ofTensor(mlir::Value tensor) {
    Value v = of(tensor ? Kind::Tensor : Kind::Poison);
    v.tensor = tensor;
    return v;
  }
  static Value ofList(std::vector<Value> items);
  static Value ofTuple(std::vector<Value> items) {
    Value v = of(Kind::Tuple);
    v.list = std::make_shared<const std::vector<Value>>(std::move(items));
    return v;
  }

  bool isPoison() const { return kind == Kind::Poison; }
  bool isTensor() const { return kind == Kind::Tensor; }
  bool isNumber() const { return kind == Kind::Int || kind == Kind::Float; }
  /// Of an int or float.
  double asDouble() const { return kind == Kind::Int ? static_cast<double>(integer) : number; }
  mlir::RankedTensorType tensorType() const { return llvm::cast<mlir::RankedTensorType>(tensor.getType()); }
};

struct Primitive;
struct Unit;
struct Item;
/// What a name stands for that is called elsewhere: a primitive, or a block and the file that it is in.
struct Function {
  std::string name; // as it was written
  const Primitive* primitive = nullptr;
  Unit* unit = nullptr;
  const Item* block = nullptr;
};

/// "f32[1, 3]", "int 3", "list [2, 2]", "none": what was found, for messages. Bounded in length.
std::string describe(const Value& value);

/// "3", "0.5", "f32[1, 3]": the value alone.
std::string spell(const Value& value);

/// "[1, 3]"
std::string spellShape(llvm::ArrayRef<int64_t> shape);

/// The element type that a name of the language stands for, or null.
mlir::Type elementType(mlir::MLIRContext* context, llvm::StringRef name);

/// "f32 f16 bf16 ...": all names of element types.
inline constexpr const char* kElementTypes = "f32 f16 bf16 f64 i4 u4 i8 u8 i16 i32 i64 bool";

/// i4 and u4 are types of the language alone. A tensor of one is an unrealized_conversion_cast of a tensor of
/// bytes: of a parameter two numbers a byte along the last axis, the low half first; of what is computed a
/// number each. Only `dequantize` reads it, by what the cast reads.
bool isFourBits(mlir::Type type);
/// Why nothing else does: a sentence about `x`.
std::string storedAlone(mlir::Value x);

/// An int, float or bool as an element of a tensor type; null where it does not fit, with the reason in
/// `problem`. Floats are rounded to the type, but may not overflow it; a float is no integer, even 1.0.
mlir::TypedAttr literalAttribute(const Value& value, mlir::Type element, std::string& problem);

} // namespace aic::graph
