// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_life.h"

#include "app/settings/settings.h"
#include "app/text/language.h"
#include "app/wiring.h"
#include "ui/style/script_font.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/main_window.h"

#include <QtWidgets/QApplication>

#include <utility>

namespace glyphscope {

WindowLife::WindowLife(QString settingsPath, std::filesystem::path engine)
    : m_settingsPath(std::move(settingsPath)), m_engine(std::move(engine))
{
    const QString choice = languageIn(m_settingsPath);
    m_language = languageFor(choice);
    installLanguage(choice);
    m_canBeWritten = useFontFor(m_language);
    m_window = std::make_unique<MainWindow>();
    m_window->takeFirstSize();  // what the last session left comes over it
    wire();
}

WindowLife::~WindowLife() = default;

void WindowLife::wire()
{
    m_wiring = std::make_unique<Wiring>(*m_window, m_settingsPath);
    // not while the menu that was clicked is still at work
    connect(m_wiring.get(), &Wiring::languageChosen, this, &WindowLife::changeLanguage, Qt::QueuedConnection);
}

void WindowLife::open()
{
    m_wiring->loadEngineAfterFirstPaint(m_engine);
    show();
}

void WindowLife::show()
{
    m_window->show();
    if (!m_canBeWritten)
        m_window->notices()->warning(tr("No font with Chinese characters is installed. Install one, such as "
                                        "fonts-noto-cjk on Debian, and start the program again.",
                                        "in English as well: the translation may show as boxes"));
}

void WindowLife::changeLanguage(const QString& choice)
{
    const QString language = languageFor(choice);
    if (std::exchange(m_language, language) == language)
        return;
    // for a moment there may be no window
    QApplication::setQuitOnLastWindowClosed(false);
    const Carried carried = m_wiring->leave();
    m_wiring.reset();  // its sessions end, and what they had to save is saved
    installLanguage(choice);
    m_canBeWritten = useFontFor(language);
    auto window = std::make_unique<MainWindow>();
    m_window.swap(window);
    wire();
    if (!window->isMaximized() && !window->isFullScreen())
        m_window->setGeometry(window->geometry());
    m_wiring->takeOver(carried);
    if (carried.engine)
        show();
    else
        open();
    m_window->activateWindow();
    window.reset();
    QApplication::setQuitOnLastWindowClosed(true);
}

}  // namespace glyphscope
