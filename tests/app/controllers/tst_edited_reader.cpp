// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/edited_reader.h"
#include "model/spec/presets.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace glyphscope;

namespace {

Glyph glyphOf(std::uint8_t value)
{
    Glyph glyph{};
    glyph.fill(value);
    return glyph;
}

}  // namespace

class TstEditedReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void readsTheNewestDrawing();
    void readsNothingWithoutANetwork();
};

void TstEditedReader::readsTheNewestDrawing()
{
    test::Sessions sessions;
    EditedReader reader(sessions.engine);
    QSignalSpy read(&reader, &EditedReader::read);
    reader.setGlyph(glyphOf(1));
    reader.setNetwork(EditedReader::Edited{shippedNetwork(), sessions.weights.inUse()});
    QTRY_COMPARE(read.size(), 1);
    reader.setGlyph(glyphOf(1));  // the same
    reader.setGlyph(glyphOf(2));
    reader.setGlyph(glyphOf(3));
    reader.setGlyph(glyphOf(4));
    const auto newest = [&read] {
        return read.last()[0].value<std::shared_ptr<const Reading>>()->modules.front().values;
    };
    QTRY_VERIFY(newest() == FakeRecognizer().read(glyphOf(4)).modules.front().values);
    QVERIFY(read.size() <= 3);
}

void TstEditedReader::readsNothingWithoutANetwork()
{
    test::Sessions sessions;
    EditedReader reader(sessions.engine);
    QSignalSpy read(&reader, &EditedReader::read);
    reader.setNetwork(EditedReader::Edited{shippedNetwork(), sessions.weights.inUse()});
    reader.setNetwork(std::nullopt);
    reader.setGlyph(glyphOf(1));
    reader.setNetwork(EditedReader::Edited{shippedNetwork(), sessions.weights.inUse()});
    QTRY_COMPARE(read.size(), 1);
}

GLYPHSCOPE_TEST(TstEditedReader, Widgets)
#include "tst_edited_reader.moc"
