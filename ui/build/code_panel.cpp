// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/code_panel.h"

#include "model/types/error.h"
#include "ui/style/theme.h"
#include "ui/text/message_text.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/widgets/wrapping_row.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextBlock>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QToolButton* outlinedButton(const QString& name, const QString& text, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setProperty("outlined", true);
    button->setFocusPolicy(Qt::StrongFocus);
    // The style sheet's padding is not in QToolButton's size hint.
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + metrics::kMargin + 2);
    return button;
}

bool isOf(const QString& line, const QString& module)
{
    return !module.isEmpty() && (line == module || line.startsWith(module + u'.'));
}

}  // namespace

CodePanel::CodePanel(QWidget* parent)
    : Panel(u"code.panel"_s, tr("Code"), parent)
    , m_language(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_problem(makeWords(u"code.problem"_s, u"muted"_s, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    QFrame* card = makeCard(this);
    column->addWidget(card);
    QVBoxLayout* inside = columnIn(card);
    inside->addWidget(buildHead());
    m_text->setObjectName(u"code.text"_s);
    m_text->setAccessibleName(tr("Source code of the network"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setMinimumSize(180, 80);
    m_text->viewport()->installEventFilter(this);
    inside->addWidget(m_problem);
    inside->addWidget(m_text, 1);
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_problem->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_problem->hide();
}

QWidget* CodePanel::buildHead()
{
    m_language->setObjectName(u"code.language"_s);
    m_language->setAccessibleName(tr("Language of the source code"));
    m_language->setToolTip(tr("Which source code is shown"));
    m_language->addItem(tr("PyTorch module"), static_cast<int>(CodeLanguage::Python));
    m_language->addItem(tr("nn.Sequential"), static_cast<int>(CodeLanguage::PythonSequential));
    m_language->addItem(tr("LibTorch, C++"), static_cast<int>(CodeLanguage::Cpp));
    m_language->addItem(tr("print(model)"), static_cast<int>(CodeLanguage::Print));
    guardWheel(m_language);
    auto* head = new QWidget(this);
    auto* row = new WrappingRow(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit);
    m_copy = outlinedButton(u"code.copy"_s, tr("Copy"), tr("Copy the source code"), head);
    m_save = outlinedButton(u"code.save"_s, tr("Save as…"), tr("Save the source code as a file"), head);
    QToolButton* paste = outlinedButton(
        u"code.paste"_s, tr("Paste"),
        tr("Build the network of a pasted nn.Sequential(...) or of the text of print(model)"), head);
    row->addWidget(m_language);
    for (QToolButton* button : {m_copy, m_save, paste})
        row->addWidget(button);
    connect(m_language, &QComboBox::currentIndexChanged, this, &CodePanel::changed);
    connect(m_copy, &QToolButton::clicked, this, &CodePanel::copyText);
    connect(m_save, &QToolButton::clicked, this,
            [this] { Q_EMIT saveRequested(text(), filterOfLanguage()); });
    connect(paste, &QToolButton::clicked, this, &CodePanel::pasteRequested);
    return head;
}

CodeLanguage CodePanel::language() const
{
    return static_cast<CodeLanguage>(m_language->currentData().toInt());
}

QString CodePanel::text() const
{
    return m_text->toPlainText();
}

QString CodePanel::filterOfLanguage() const
{
    switch (language()) {
    case CodeLanguage::Cpp:
        return tr("C++ (*.cpp)");
    case CodeLanguage::Print:
        return tr("Text (*.txt)");
    default:
        return tr("Python (*.py)");
    }
}

void CodePanel::setNetwork(const NetworkSpec& network)
{
    if (network == m_network && !m_lines.isEmpty())
        return;
    m_network = network;
    changed();
}

void CodePanel::setModule(const QString& path)
{
    if (path == m_module)
        return;
    m_module = path;
    markModule(true);
}

/// What does not fit has no source: what is missing is said in its place.
void CodePanel::refresh()
{
    QString source;
    QString problem;
    m_lines.clear();
    try {
        const SourceCode code = sourceCode(m_network, language());
        source = QString::fromStdString(code.text);
        for (const std::string& module : code.modules)
            m_lines << QString::fromStdString(module);
    } catch (const Error& error) {
        problem = tr("There is no source code of a network that does not fit. %1")
                      .arg(messageText(error.message()));
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_text->setVisible(problem.isEmpty());
    m_copy->setEnabled(problem.isEmpty());
    m_save->setEnabled(problem.isEmpty());
    if (source != m_text->toPlainText())
        m_text->setPlainText(source);
    markModule(false);
}

void CodePanel::markModule(bool scrolls)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (int i = 0; i < m_lines.size(); ++i) {
        const QTextBlock block = m_text->document()->findBlockByNumber(i);
        if (!block.isValid() || !isOf(m_lines[i], m_module))
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(theme().accentSoft);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks += mark;
    }
    m_text->setExtraSelections(marks);
    if (scrolls && !marks.isEmpty()) {
        m_text->setTextCursor(marks.first().cursor);
        m_text->ensureCursorVisible();
    }
}

void CodePanel::copyText()
{
    QGuiApplication::clipboard()->setText(text());
}

void CodePanel::chooseAtCursor()
{
    const QString path = m_lines.value(m_text->textCursor().blockNumber());
    if (!path.isEmpty() && !m_text->textCursor().hasSelection())
        Q_EMIT moduleChosen(path);
}

bool CodePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        QMetaObject::invokeMethod(this, &CodePanel::chooseAtCursor, Qt::QueuedConnection);
    return Panel::eventFilter(watched, event);
}

}  // namespace glyphscope
