// Files beside these tests.
#pragma once

#include <cstdint>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace aic::tokenizers {

inline std::string inputPath(const std::string& name) {
  return std::string(AIC_SOURCE_DIR "/test/unit/tokenizers/") + name;
}

inline std::string readText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A golden file's rows; there are some.
inline nlohmann::json readGoldens(const std::string& name) {
  nlohmann::json rows = nlohmann::json::parse(readText(inputPath(name)));
  EXPECT_GT(rows.size(), 30u);
  return rows;
}

} // namespace aic::tokenizers
