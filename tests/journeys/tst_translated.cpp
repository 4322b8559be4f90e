// SPDX-License-Identifier: GPL-3.0-or-later
// The window in a language of accents that was generated from the sources: a text without accents did not go
// through tr(), or lupdate did not find it.
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QTranslator>
#include <QtGui/QAction>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTabBar>

#include <cstdio>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// What has no translation: names of modules, parameters, classes, files, formats, methods and units.
QString withoutNames(QString text)
{
    static const QRegularExpression names(
        u"\\b(?:Glyphscope|LibTorch|PyTorch|NumPy|TensorBoard|MNIST|Fashion-MNIST|InkML|UNIPEN|IDX|ONNX|PNG|"
        u"SVG|CSV|CPU|CUDA|"
        "SimpleCNN|Conv2d|ReLU|MaxPool2d|Flatten|Linear|softmax|Softmax|flatten|input|conv\\d|relu\\d|"
        "pool\\d|fc\\d|"
        "weight|bias|padding|float32|bfloat16|cpu|cuda|AdamW|Adam|Muon|SGD|Grad-CAM|SmoothGrad|"
        "Ctrl|Shift|Alt|Del|Esc|PgUp|PgDown|Page|Up|Down|Home|End|Space|Tab|Return|Enter|F\\d+|"
        "ms|min|KiB|MiB|GiB|px|[kMGT]?MACs?|[a-z_]+\\.(?:json|npz|pt|safetensors|onnx|csv))\\b"_s);
    static const QRegularExpression markup(u"<[^>]*>|&[a-z]+;|https?://\\S+|(?:/[\\w.-]+)+"_s);
    return text.remove(markup).remove(u'&').remove(names);
}

bool isPlain(const QString& text)
{
    static const QRegularExpression letters(u"[A-Za-z]{2}"_s);
    return letters.match(withoutNames(text)).hasMatch();
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

    [[nodiscard]] QStringList plain() const { return m_plain; }
    [[nodiscard]] int count() const { return static_cast<int>(m_seen.size()); }

private:
    void add(const QWidget* widget, const char* what, const QString& text)
    {
        if (text.isEmpty() || std::exchange(m_seen[text], true) || !isPlain(text))
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
    void everyTextHasAccents();
};

void TstTranslated::everyTextHasAccents()
{
    QTranslator accents;
    QVERIFY(accents.load(QStringLiteral(GLYPHSCOPE_PSEUDO_TRANSLATION)));
    QVERIFY(QCoreApplication::installTranslator(&accents));
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 2000);
    Texts texts;
    {
        OpenWindow window(data);
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QPushButton>("training.button")->isEnabled(), 60000);
        hand::write(window.canvas(), tourDigit(5));
        QTRY_VERIFY(!window.verdict().isEmpty());
        for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            QCoreApplication::sendPostedEvents();
        }
        for (const QWidget* widget : window->findChildren<QWidget*>())
            texts.addWidget(widget);
        window.leave();
    }
    QCoreApplication::removeTranslator(&accents);
    QVERIFY(texts.count() > 300);
    for (const QString& text : texts.plain())  // a message of QVERIFY2 is cut
        std::fprintf(stderr, "%s\n", qPrintable(text));
    QCOMPARE(texts.plain().size(), 0);
}

GLYPHSCOPE_TEST(TstTranslated, Widgets)
#include "tst_translated.moc"
