// What aic attribute and aic eval draw: PNG's bytes, colours, bars, matrices, and text that may hold
// anything.

#include "tools/aic/AttributionView.h"
#include "tools/aic/Chart.h"
#include "tools/aic/Heat.h"
#include "tools/aic/Png.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace aic::tool {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

uint32_t bigAt(const std::string& bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<uint8_t>(bytes[at + i]);
  return value;
}

/// A PNG file's chunks as the standard has them; their checksums hold.
std::vector<std::pair<std::string, std::string>> chunksOf(const std::string& png) {
  EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
  std::vector<std::pair<std::string, std::string>> chunks;
  for (size_t at = 8; at + 12 <= png.size();) {
    const size_t bytes = bigAt(png, at);
    chunks.emplace_back(png.substr(at + 4, 4), png.substr(at + 8, bytes));
    EXPECT_EQ(bigAt(png, at + 8 + bytes),
              crc32(0, reinterpret_cast<const Bytef*>(png.data()) + at + 4, static_cast<uInt>(bytes + 4)));
    at += bytes + 12;
  }
  return chunks;
}

TEST(Png, HoldsTheBytesOfThePicture) {
  Picture picture{2, 3, {}};
  for (int i = 0; i < 18; ++i)
    picture.rgb.push_back(static_cast<uint8_t>(200 + 3 * i));
  auto chunks = chunksOf(encodePng(picture));
  ASSERT_EQ(chunks.size(), 3u);
  EXPECT_EQ(chunks[0].first, "IHDR");
  EXPECT_EQ(chunks[0].second, std::string("\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0", 13));
  EXPECT_EQ(chunks[1].first, "IDAT");
  EXPECT_EQ(chunks[2], std::make_pair(std::string("IEND"), std::string()));
  std::vector<uint8_t> lines(20);
  uLongf bytes = lines.size();
  ASSERT_EQ(uncompress(lines.data(), &bytes, reinterpret_cast<const Bytef*>(chunks[1].second.data()),
                       chunks[1].second.size()),
            Z_OK);
  ASSERT_EQ(bytes, 20u);
  EXPECT_EQ(lines[0], 0); // no filter
  EXPECT_EQ(lines[10], 0);
  EXPECT_EQ(std::vector<uint8_t>(lines.begin() + 1, lines.begin() + 10),
            std::vector<uint8_t>(picture.rgb.begin(), picture.rgb.begin() + 9));
  EXPECT_EQ(std::vector<uint8_t>(lines.begin() + 11, lines.end()),
            std::vector<uint8_t>(picture.rgb.begin() + 9, picture.rgb.end()));
}

TEST(Png, EnlargedAndStacked) {
  const Picture one{1, 2, {1, 2, 3, 4, 5, 6}};
  const Picture large = enlarge(one, 2);
  EXPECT_EQ(large.height, 2);
  EXPECT_EQ(large.width, 4);
  EXPECT_THAT(large.rgb, ElementsAre(1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6));
  const Picture both = stack({one, one});
  EXPECT_EQ(both.height, 2);
  EXPECT_EQ(both.width, 2);
  EXPECT_EQ(both.rgb.size(), 12u);
}

TEST(Heat, RedSpeaksForBlueAgainst) {
  EXPECT_THAT(heatColour(0, 1, 0.5), ElementsAre(128, 128, 128));
  auto full = heatColour(5, 1, 1), against = heatColour(-5, 1, 1); // cut to the scale
  EXPECT_EQ(full, heatColour(1, 1, 1));
  EXPECT_GT(full[0], full[2] + 100);
  EXPECT_GT(against[2], against[0] + 100);
  EXPECT_EQ(heatColour(NAN, 1, 1), heatColour(0, 1, 1));
}

TEST(Heat, ScaleLeavesOutTheFarthest) {
  std::vector<double> weights(200, -2);
  weights[0] = 1000;
  EXPECT_EQ(heatScale(weights), 2);
  EXPECT_EQ(heatScale({0, 0, 3}), 3); // the 99th of 3 is the second
  EXPECT_EQ(heatScale({0, 0}), 1);
  EXPECT_EQ(heatScale({NAN, INFINITY}), 1);
  EXPECT_EQ(heatScale({}), 1);
}

TEST(Heat, LettersForPixels) {
  EXPECT_EQ(heatText({0, 1, 0, 0, 0, 0, -1, 0}, 4, 2), " @\n@\n");
  std::vector<double> wide(200 * 8, 0);
  wide[199] = 1;                                                   // the last column of the first row
  EXPECT_EQ(heatText(wide, 8, 200), std::string(49, ' ') + "@\n"); // 4 columns a letter, 8 rows a line
}

TEST(Heat, ConstantPictureIsGrey) {
  const Picture picture = heatPicture({7, 7}, {0, 0}, 1, 2);
  EXPECT_THAT(picture.rgb, ElementsAre(134, 134, 134, 134, 134, 134));
}

TEST(Chart, TextThatIsNoMarkup) {
  EXPECT_EQ(escapeXml("a<b> & \"c\"\n"), "a&lt;b&gt; &amp; &quot;c&quot;\n");
  EXPECT_EQ(escapeXml("\x01\x7f\xff\xc3"), "  \xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(escapeXml("\xc3\xa4"), "\xc3\xa4");
  EXPECT_THAT(wordsAsHtml({"<b>"}, {1}), Not(HasSubstr("<b>")));
  EXPECT_THAT(barsAsSvg("t", {"<x>"}, {1}), Not(HasSubstr("<x>")));
}

TEST(Chart, BarsAsLongAsTheirValues) {
  EXPECT_EQ(barsAsText({"a", "long"}, {2, -1}), "  a              2  " + std::string(40, '#') +
                                                    "\n  long          -1  " + std::string(20, '-') + "\n");
  EXPECT_EQ(barsAsText({"a"}, {0}), "  a           0\n");
  EXPECT_THAT(barsAsText({"a"}, {NAN}), HasSubstr("nan"));
  const std::string svg = barsAsSvg("title", {"a", "b"}, {2, -1});
  EXPECT_THAT(svg, HasSubstr("width=\"210\"")); // half of the room each side
  EXPECT_THAT(svg, HasSubstr("width=\"105\""));
  EXPECT_THAT(barsAsSvg("title", {"a"}, {2}), HasSubstr("width=\"420\""));
}

TEST(Chart, ConfusionMatrix) {
  EXPECT_EQ(confusionAsText({"cat", "a dog"}, {5, 1, 0, 120}), "  true  | predicted\n"
                                                               "        |   0   1\n"
                                                               "  cat   |   5   1\n"
                                                               "  a dog |   0 120\n");
  EXPECT_THAT(confusionAsSvg({"cat", "dog"}, {5, 1, 0, 120}), HasSubstr(">120</text>"));
}

TEST(Chart, Curve) {
  const std::string text = curveAsText({"ROC", {{0, 0}, {0, 1}, {1, 1}}});
  EXPECT_THAT(text, HasSubstr("  ROC\n  1 |" + std::string(41, '*') + "\n    |*"));
  EXPECT_THAT(text, HasSubstr("\n  0 |*..\n    +----"));
  EXPECT_THAT(curvesAsSvg("t", "x", "y", {{"c", {{0, 0}, {1, 1}}}}), HasSubstr("points=\"60,394 420,34 \""));
}

TEST(AttributionView, FilesByTheirEndings) {
  AttributionView view;
  view.kind = AttributionView::Kind::Picture;
  view.height = view.width = 2;
  view.image = view.weights = {1, 2, 3, 4};
  EXPECT_EQ(checkAttributionFile(view, "a.png"), "");
  EXPECT_EQ(checkAttributionFile(view, "a.html"), "");
  EXPECT_NE(checkAttributionFile(view, "a.svg"), "");
  EXPECT_NE(checkAttributionFile(view, "a.jpg"), "");
  EXPECT_EQ(chunksOf(attributionFile(view, "a.png"))[0].second.substr(0, 8),
            std::string("\0\0\1\x80\0\0\1\x80", 8));
  EXPECT_THAT(attributionFile(view, "a.html"),
              HasSubstr("<img alt=\"\" src=\"data:image/png;base64,iVBORw0KGgo"));
  view.kind = AttributionView::Kind::Table;
  EXPECT_NE(checkAttributionFile(view, "a.png"), "");
  EXPECT_EQ(checkAttributionFile(view, "a.svg"), "");
}

TEST(AttributionView, WordsInColours) {
  AttributionView view;
  view.kind = AttributionView::Kind::Words;
  view.width = 3;
  view.words = {{"good", " bad\n", "\033[2J"}};
  view.weights = {1, -1, 0};
  EXPECT_EQ(attributionText(view, /*colours=*/true), "\033[38;2;0;0;0;48;2;220;55;64mgood\033[0m"
                                                     "\033[38;2;0;0;0;48;2;55;98;225m bad \033[0m"
                                                     "\033[38;2;0;0;0;48;2;255;255;255m [2J\033[0m\n");
  EXPECT_EQ(attributionText(view, /*colours=*/false), barsAsText({"good", " bad ", " [2J"}, {1, -1, 0}));
}

TEST(AttributionView, ImportanceOverRows) {
  AttributionView view;
  view.rows = 2;
  view.width = 2;
  view.weights = {1, -4, -3, 2};
  view.features = {"a", "b"};
  EXPECT_THAT(view.importance(), ElementsAre(2, 3));
  EXPECT_EQ(attributionText(view, false), barsAsText({"a", "b"}, {2, 3}));
  std::vector<std::string> names;
  view.rows = 1;
  view.width = 50;
  view.weights.clear();
  view.features.clear();
  for (int i = 0; i < 50; ++i) {
    view.features.push_back("f" + std::to_string(i));
    view.weights.push_back(i == 7 ? -99 : i);
  }
  const std::string text = attributionText(view, false); // the 40 largest
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 40);
  EXPECT_EQ(text.substr(0, 4), "  f7");
  EXPECT_THAT(text, Not(HasSubstr("f9 ")));
}

} // namespace
} // namespace aic::tool
