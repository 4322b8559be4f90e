// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/topic.h"

#include <QtCore/QString>
#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace glyphscope {

/// What the program has to tell, in the window instead of over it. One notice at a time: the newest. Remarks
/// go by themselves after a while; warnings and errors stay until something of their topic succeeds, or until
/// they are closed: by the button, or by Escape wherever the window has the focus and nothing else wants that
/// key. An offer waits behind a warning or an error, and comes back after a notice that was shown over it.
/// Escape leaves one alone whose refusal does something.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit NoticeBar(QWidget* parent = nullptr);

    void show(Kind kind, const QString& text, Topic topic = Topic::Other);
    /// A warning or an error of that topic goes: it is out of date. Not for Topic::Other.
    void settle(Topic topic);
    /// A remark with a button that does what it says. It stays until it is answered, or closed: declined.
    void offer(const QString& text, const QString& action, std::function<void()> accept,
               std::function<void()> decline = {});
    /// A choice of two, or of none if it is closed. It replaces an older one of its topic.
    struct Action {
        QString text;
        std::function<void()> call;
    };
    void ask(Topic topic, const QString& text, Action first, Action second);
    /// What ask() asked of that topic is no question any more; nothing is done.
    void withdraw(Topic topic);
    [[nodiscard]] QString text() const { return m_message; }
    [[nodiscard]] Kind kind() const { return m_kind; }

public Q_SLOTS:
    void info(const QString& text) { show(Kind::Info, text); }
    void warning(const QString& text, glyphscope::Topic topic = Topic::Other);
    void error(const QString& text, glyphscope::Topic topic = Topic::Other);
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Offer {
        Topic topic = Topic::Other;
        QString text;
        Action first;
        Action second;  // without a text: there is none
        std::function<void()> decline;
    };

    void present(Kind kind, const QString& text);
    void presentOffer();
    void propose(Offer offer);
    /// The offer that is shown goes, and `call` of it is done.
    template <typename Call>
    void answer(Call call);
    void close();
    void closeByKey();
    void refreshIcon();
    [[nodiscard]] QColor colour() const;

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_second;
    QToolButton* m_close;
    QTimer m_fade;
    Kind m_kind = Kind::Info;
    Topic m_topic = Topic::Other;
    QString m_message;
    std::vector<Offer> m_offers;  // that are not answered; the last is the next to be shown
    bool m_offering = false;      // it is shown now
};

}  // namespace glyphscope
