// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_data.h"
#include "model/types/error.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstInkData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsLabelledDrawings();
    void refuses_data();
    void refuses();
    void appends();

private:
    QString inkml(const QByteArray& groups) const
    {
        QFile file(m_folder.filePath(u"a.inkml"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write("<ink>" + groups + "</ink>");
        return file.fileName();
    }

    const QTemporaryDir m_folder;
};

namespace {

QByteArray group(const QByteArray& truth, const QByteArray& trace = "50 0, 50 100")
{
    return "<traceGroup><annotation type=\"truth\">" + truth + "</annotation><trace>" + trace +
           "</trace></traceGroup>";
}

}  // namespace

void TstInkData::readsLabelledDrawings()
{
    const QString file = inkml(group("1") + group("7", "0 0, 60 0, 20 100"));
    const Dataset data = readInkDataset({file, file}, 10);
    QCOMPARE(data.labels, (std::vector<std::uint8_t>{1, 7, 1, 7}));
    QCOMPARE(data.images.size(), std::size_t(4 * kGlyphPixels));
    QCOMPARE(data.classCount, 10);
    QCOMPARE(*std::max_element(data.images.begin(), data.images.begin() + kGlyphPixels), 255);
}

void TstInkData::refuses_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no label") << QByteArray("<traceGroup><trace>0 0, 1 1</trace></traceGroup>")
                              << u"labelled \"\""_s;
    QTest::newRow("letter") << group("K") << u"labelled \"K\""_s;
    QTest::newRow("beyond the classes") << group("10") << u"labelled \"10\""_s;
    QTest::newRow("negative") << group("-1") << u"labelled \"-1\""_s;
    QTest::newRow("more than a number") << group("7a") << u"labelled \"7a\""_s;
    QTest::newRow("no ink") << group("7", "") << u"no ink"_s;
}

void TstInkData::refuses()
{
    QFETCH(QByteArray, second);
    QFETCH(QString, reason);
    const QString file = inkml(group("1") + second);
    try {
        (void)readInkDataset({file}, 10);
        QFAIL("took it");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains(reason), error.what());
        QVERIFY2(message.startsWith(file + u": drawing 2"_s), error.what());
    }
}

void TstInkData::appends()
{
    Dataset data = readInkDataset({inkml(group("1"))}, 10);
    append(data, readInkDataset({inkml(group("7"))}, 12));
    QCOMPARE(data.labels, (std::vector<std::uint8_t>{1, 7}));
    QCOMPARE(data.images.size(), std::size_t(2 * kGlyphPixels));
    QCOMPARE(data.classCount, 12);
}

QTEST_GUILESS_MAIN(TstInkData)
#include "tst_ink_data.moc"
