// SPDX-License-Identifier: GPL-3.0-or-later
// The window in a language of accents that was generated from the sources: a text without accents did not go
// through tr(), or lupdate did not find it.
#include "model/spec/layer_kinds.h"
#include "model/spec/presets.h"
#include "tests/journeys/journey.h"
#include "tests/support/painted_texts.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/runs/runs_panel.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QAction>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string_view>
#include <utility>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Kinds of modules and presets.
QRegularExpression namesInTheSpec()
{
    QStringList names;
    for (const KindInfo& kind : layerKinds())
        names << QRegularExpression::escape(QString::fromLatin1(kind.name.data()));
    for (const Preset& preset : presets())
        names << QRegularExpression::escape(QString::fromLatin1(preset.title.data()));
    std::ranges::sort(names, std::greater(), &QString::size);  // "Dropout2d" before "Dropout"
    return QRegularExpression(u"\\b(?:"_s + names.join(u'|') + u")\\b"_s);
}

/// What has no translation: names of modules, parameters, classes, files, formats, methods and units.
QString withoutNames(QString text)
{
    static const QRegularExpression names(
        u"\\b(?:Glyphscope|English|LibTorch|PyTorch|NumPy|TensorBoard|MNIST|Fashion-MNIST|InkML|UNIPEN|IDX|"
        u"ONNX|PNG|"
        u"SVG|CSV|CPU|CUDA|"
        "standard, seed "
        "\\d+|standard|SimpleCNN|Conv2d|ReLU|MaxPool2d|Flatten|Linear|softmax|Softmax|flatten|input|conv\\d|"
        "relu\\d|"
        "pool\\d|fc\\d|"
        "weight|bias|padding|float32|bfloat16|cpu|cuda|AdamW|Adam|Muon|SGD|Grad-CAM|SmoothGrad|"
        "Ctrl|Shift|Alt|Del|Esc|PgUp|PgDown|Page|Up|Down|Left|Right|Home|End|Space|Tab|Return|Enter|F\\d+|"
        "ms|min|KiB|MiB|GiB|px|[kMGT]?MACs?|[a-z_]+\\.(?:json|npz|pt|safetensors|onnx|csv)|[a-z0-9]+-(?:images|labels)-idx\\d-ubyte)\\b"_s);
    static const QRegularExpression markup(u"<[^>]*>|&[a-z]+;|https?://\\S+|(?:/[\\w.-]+)+"_s);
    static const QRegularExpression kinds = namesInTheSpec();
    return text.remove(markup).remove(u'&').remove(kinds).remove(names);
}

bool isPlain(const QString& text)
{
    static const QRegularExpression letters(u"[A-Za-z]{2}"_s);
    return letters.match(withoutNames(text)).hasMatch();
}

/// Contexts and sources of a file of Qt Linguist.
QStringList textsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList texts;
    QString context;
    for (QXmlStreamReader xml(&file); !xml.atEnd(); xml.readNext()) {
        if (xml.isStartElement() && xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"source")
            texts += context + u": "_s + xml.readElementText();
    }
    texts.sort();
    return texts;
}

void raise(QWidget& window, const char* name)
{
    auto* dock = window.findChild<QDockWidget*>(QString::fromLatin1(name));
    dock->show();
    dock->raise();
    QCoreApplication::sendPostedEvents();
}

void writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

/// Every text that is seen or read aloud, with where it is.
class Texts {
public:
    void addWidget(const QWidget* widget)
    {
        // Qt's own, which Qt translates, and names of papers
        static const QStringList others{u"ScrollLeftButton"_s, u"ScrollRightButton"_s, u"why.paper"_s};
        if (widget->objectName().startsWith(u"qt_") || others.contains(widget->objectName()))
            return;
        add(widget, "tool tip", widget->toolTip());
        add(widget, "status tip", widget->statusTip());
        add(widget, "accessible name", widget->accessibleName());
        add(widget, "accessible description", widget->accessibleDescription());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            add(widget, "text", label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            add(widget, "text", button->text());
        if (const auto* group = qobject_cast<const QGroupBox*>(widget))
            add(widget, "title", group->title());
        if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
            add(widget, "title", dock->windowTitle());
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            add(widget, "placeholder", edit->placeholderText());
        if (const auto* box = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                add(widget, "item", box->itemText(i));
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(widget, "tab", tabs->tabText(i));
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
            addModel(view);
        for (const QAction* action : widget->actions())
            addAction(widget, action);
    }

    /// Every widget of the window, and what it paints where it paints by itself.
    void addWindow(QWidget& window)
    {
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            addWidget(widget);
            // labels say their text, and cells are read from the model: painted, a name may be cut
            const bool isCode = widget->parentWidget()->objectName() == u"code.text";
            const bool isRead = isCode || qobject_cast<const QLabel*>(widget) != nullptr ||
                                qobject_cast<const QAbstractItemView*>(widget->parentWidget()) != nullptr;
            if (widget->isVisible() && !isRead)
                for (const QString& text : PaintedTexts::of(*widget))
                    add(widget, "painted", text);
        }
    }

    /// Every panel while it is in front, and then the rest.
    void addPanels(QWidget& window)
    {
        for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            QCoreApplication::sendPostedEvents();
            addWindow(*dock);
        }
        addWindow(window);
    }

    void verify() const
    {
        for (const QString& text : m_plain)  // a message of QVERIFY2 is cut
            std::fprintf(stderr, "%s\n", qPrintable(text));
        QCOMPARE(m_plain.size(), 0);
    }
    [[nodiscard]] int count() const { return static_cast<int>(m_seen.size()); }

private:
    /// Lesson files say what they say in languages of their own.
    static bool isOfALesson(const QWidget& widget)
    {
        static const QStringList places{u"lessons.chapters"_s, u"lessons.text"_s,   u"lessons.term"_s,
                                        u"lessons.meaning"_s,  u"lessons.python"_s, u"lessons.cpp"_s,
                                        u"lessons.code"_s};
        for (const QWidget* place = &widget; place != nullptr; place = place->parentWidget())
            if (places.contains(place->objectName()))
                return true;
        return false;
    }

    void add(const QWidget* widget, const char* what, const QString& text)
    {
        if (text.isEmpty() || std::exchange(m_seen[text], true) || !isPlain(text) || isOfALesson(*widget))
            return;
        QString place = widget->objectName();
        for (const QWidget* parent = widget->parentWidget(); parent != nullptr;
             parent = parent->parentWidget())
            if (!parent->objectName().isEmpty() && !parent->objectName().startsWith(u"qt_"))
                place = parent->objectName() + u" > "_s + place;
        m_plain += u"%1 (%2, %3): %4"_s.arg(place, QString::fromLatin1(widget->metaObject()->className()),
                                            QString::fromLatin1(what), text);
    }

    void addAction(const QWidget* widget, const QAction* action)
    {
        add(widget, "action", action->text());
        add(widget, "action's tool tip", action->toolTip());
        add(widget, "action's status tip", action->statusTip());
        if (const QMenu* menu = action->menu<QMenu*>())
            for (const QAction* inside : menu->actions())
                addAction(widget, inside);
    }

    void addModel(const QAbstractItemView* view)
    {
        const QAbstractItemModel* model = view->model();
        for (int i = 0; model != nullptr && i < model->columnCount(); ++i) {
            add(view, "header", model->headerData(i, Qt::Horizontal).toString());
            add(view, "header's tool tip", model->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString());
            for (int row = 0; row < model->rowCount(); ++row) {
                const QModelIndex index = model->index(row, i);
                add(view, "cell", index.data().toString());
                add(view, "cell's tool tip", index.data(Qt::ToolTipRole).toString());
                add(view, "cell's accessible text", index.data(Qt::AccessibleTextRole).toString());
            }
        }
    }

    QHash<QString, bool> m_seen;
    QStringList m_plain;
};

}  // namespace

class TstTranslated : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void englishHasEveryPlural();
    void chineseHasEveryText();
    void everyTextHasAccents();
    void everyMessageHasAccents();

private:
    QTranslator m_accents;
};

void TstTranslated::initTestCase()
{
    QVERIFY(m_accents.load(QStringLiteral(GLYPHSCOPE_PSEUDO_TRANSLATION)));
    QVERIFY(QCoreApplication::installTranslator(&m_accents));
}

void TstTranslated::cleanupTestCase()
{
    QCoreApplication::removeTranslator(&m_accents);
}

/// After a change of texts: cmake --build build/release --target update_translations
void TstTranslated::englishHasEveryPlural()
{
    const QStringList wanted = textsOf(QStringLiteral(GLYPHSCOPE_PLURALS));
    const QString english = QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/translations/glyphscope_en.ts");
    QVERIFY(wanted.size() > 20);
    QCOMPARE(textsOf(english), wanted);
    QFile file(english);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("unfinished"));
}

void TstTranslated::chineseHasEveryText()
{
    const QStringList wanted = textsOf(QStringLiteral(GLYPHSCOPE_TEXTS));
    const QString chinese =
        QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/translations/glyphscope_zh_CN.ts");
    QVERIFY(wanted.size() > 2000);
    QCOMPARE(textsOf(chinese), wanted);
    QFile file(chinese);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("unfinished"));
}

/// Every panel before and after there is something in it.
void TstTranslated::everyTextHasAccents()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 2000);
    Texts texts;
    {
        OpenWindow window(data);
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QPushButton>("training.button")->isEnabled(), 60000);
        texts.addPanels(*window);
        hand::write(window.canvas(), tourDigit(5));
        QTRY_VERIFY(window.digit() >= 0);
        hand::click(*window.find<QAbstractButton>("label5"));
        window.find<QPushButton>("training.button")->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QTableView>("training.epochsTable")->model()->rowCount() > 0,
                                 60000);
        texts.addPanels(*window);
        window.find<QToolButton>("training.stop")->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 60000);
        raise(*window, "dock.numbers");
        window.find<QPushButton>("evaluation.measure")->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QTableView>("evaluation.matrix")->isVisible(), 60000);
        raise(*window, "dock.runs");
        auto* runs = window->panel<RunsPanel>()->findChild<QTableView*>();
        QTRY_VERIFY(runs->model()->rowCount() > 0);
        runs->selectRow(0);
        texts.addPanels(*window);
        window.canvas().clear();
        QTRY_VERIFY(window.answers(Verdict::Empty));
        texts.addPanels(*window);
        window.leave();
    }
    QVERIFY(texts.count() > 800);
    texts.verify();
}

/// What goes wrong with files is told in the user's language, too, engine and readers included.
void TstTranslated::everyMessageHasAccents()
{
    const ScratchData data;
    Texts texts;
    {
        OpenWindow window(data);
        QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
        const std::pair<const char*, QByteArray> broken[]{
            {"number.inkml", "<ink xmlns=\"http://www.w3.org/2003/InkML\"><trace>1 x, 3 4</trace></ink>"},
            {"empty.inkml", "<ink xmlns=\"http://www.w3.org/2003/InkML\"/>"},
            {"picture.png", "\x89PNG\r\n\x1a\n and no more"},
            {"weights.safetensors", QByteArray("\x05\0\0\0\0\0\0\0{\"a\":", 13)},
            {"weights.pt", "PK\x03\x04 and no more"},
            {"pen.unp", ".VERSION 1.0\n.COORD X Y\n.PEN_DOWN\n1 x\n.PEN_UP\n"},
            {"words.docx", "words"},
        };
        for (const auto& [name, bytes] : broken) {
            const QString path = data.file(QString::fromLatin1(name));
            writeBytes(path, bytes);
            window->notices()->info({});
            hand::drop(*window, path);
            QTRY_VERIFY2(!window->notices()->text().isEmpty(), name);
            texts.addWidget(window.find<QLabel>("notices.text"));
        }
        QVERIFY(QDir().mkpath(data.file(u"set"_s)));
        window->notices()->info({});
        hand::drop(*window, data.file(u"set"_s));
        QTRY_VERIFY(!window->notices()->text().isEmpty());
        texts.addWidget(window.find<QLabel>("notices.text"));
        window.leave();
    }
    QVERIFY(texts.count() > 5);
    texts.verify();
}

GLYPHSCOPE_TEST(TstTranslated, Widgets)
#include "tst_translated.moc"
