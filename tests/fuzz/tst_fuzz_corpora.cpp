// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of the corpora through the functions that libFuzzer calls.
#include "tests/fuzz/scratch_folder.h"
#include "tests/fuzz/targets.h"

#include <QtTest/QTest>

#include <algorithm>
#include <exception>
#include <string>

namespace fs = std::filesystem;
using namespace glyphscope::fuzz;

Q_DECLARE_METATYPE(const Target*)

namespace {

constexpr std::ptrdiff_t kLeastSeeds = 50;

/// In the order of their names.
std::vector<fs::path> corpusOf(const Target& target)
{
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::directory_iterator(fs::path(GLYPHSCOPE_SOURCE_DIR "/tests/fuzz/corpus") / target.name))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace

class TstFuzzCorpora : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises_data();
    void keepsItsPromises();
    void hasSeedsOfBothKinds_data();
    void hasSeedsOfBothKinds();
};

void TstFuzzCorpora::keepsItsPromises_data()
{
    QTest::addColumn<const Target*>("target");
    QTest::addColumn<std::string>("file");
    for (const Target& target : kTargets)
        for (const fs::path& file : corpusOf(target))
            QTest::addRow("%s/%s", target.name, file.filename().c_str()) << &target << file.string();
}

void TstFuzzCorpora::keepsItsPromises()
{
    QFETCH(const Target*, target);
    QFETCH(std::string, file);
    const std::vector<std::byte> bytes = readFile(file);
    const std::string name = fs::path(file).filename().string();
    try {
        const bool accepted = target->run(bytes);
        if (name.starts_with("ok-"))
            QVERIFY2(accepted, "was refused");
        if (name.starts_with("no-"))
            QVERIFY2(!accepted, "was accepted");
    } catch (const std::exception& broken) {
        QFAIL(broken.what());
    }
}

void TstFuzzCorpora::hasSeedsOfBothKinds_data()
{
    QTest::addColumn<const Target*>("target");
    for (const Target& target : kTargets)
        QTest::newRow(target.name) << &target;
}

void TstFuzzCorpora::hasSeedsOfBothKinds()
{
    QFETCH(const Target*, target);
    const std::vector<fs::path> files = corpusOf(*target);
    const auto beginWith = [&files](const char* kind) {
        return std::ranges::count_if(
            files, [kind](const fs::path& file) { return file.filename().string().starts_with(kind); });
    };
    QVERIFY(std::ssize(files) >= kLeastSeeds);
    QVERIFY(beginWith("ok-") > 0);
    QVERIFY(beginWith("no-") > 0);
}

QTEST_GUILESS_MAIN(TstFuzzCorpora)
#include "tst_fuzz_corpora.moc"
