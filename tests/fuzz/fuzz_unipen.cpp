// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/unipen.h"
#include "tests/fuzz/ink_promises.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/scratch_folder.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <string>

namespace glyphscope::fuzz {
namespace {

/// What the input may include: ink, each other, themselves, and the input.
class Collection {
public:
    Collection()
    {
        std::filesystem::create_directories(m_folder.file("data/sub"));
        std::filesystem::create_directories(m_folder.file("include"));
        writeFile(m_folder.file("data/ink.dat"), ".PEN_DOWN\n1 2\n3 4\n.PEN_UP\n");
        writeFile(m_folder.file("data/self.dat"), ".INCLUDE self.dat\n");
        writeFile(m_folder.file("data/main.inc"), ".INCLUDE main.dat\n");
        writeFile(m_folder.file("data/sub/two.dat"), ".INCLUDE lib/ink.dat\n");
        std::filesystem::create_directories(m_folder.file("include/lib"));
        writeFile(m_folder.file("include/lib/ink.dat"), ".COORD X Y T\n.PEN_DOWN\n1 2 3\n");
    }

    [[nodiscard]] std::filesystem::path main() const { return m_folder.file("data/main.dat"); }
    [[nodiscard]] std::string folder() const { return m_folder.path().string(); }

private:
    ScratchFolder m_folder;
};

void checkPlace(const Drawing& drawing)
{
    double x = 0;
    double y = 0;
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& point : stroke.points) {
            require(point.x >= 0 && point.y >= 0, "drawings begin at (0, 0)");
            x = std::max(x, point.x);
            y = std::max(y, point.y);
        }
    require(x <= 2 * UnipenLimits::coordinate && y <= 200 * UnipenLimits::coordinate,
            "drawings are as large as a coordinate may be");
}

void check(const std::vector<LabelledDrawing>& drawings)
{
    require(drawings.size() <= UnipenLimits::segments, "segments are bounded");
    requireFiniteInk(drawings);
    for (const LabelledDrawing& labelled : drawings) {
        checkPlace(labelled.drawing);
        require(labelled.id.starts_with("data/main") || labelled.id.find("/main") != std::string::npos,
                "ids name the file");
    }
    requireRoundTrip(drawings);
}

}  // namespace

bool fuzzUnipen(Input input)
{
    static const Collection collection;
    writeFile(collection.main(), input);
    const QByteArray bytes(reinterpret_cast<const char*>(input.data()), std::ssize(input));
    (void)looksLikeUnipen(bytes);
    return accepted(collection.folder(),
                    [&] { check(readUnipen(bytes, QString::fromStdString(collection.main().string()))); });
}

}  // namespace glyphscope::fuzz
