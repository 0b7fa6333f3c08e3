using Xunit;
using static ArchiveScrub.Tests.Chrome.ChromeSamples;

namespace ArchiveScrub.Tests.Chrome;

/// <summary>The table: a rule, and a small page with the block in question marked.</summary>
internal static class RuleSamples
{
    /// <summary>What a text policy looks like: a heading, norms, offences in a list, sanctions.</summary>
    private const string Policy = """
        ⟦Community guidelines⟧

        Users who post comments must be respectful of other participants of the discussion.

        Comments will be deleted by the moderators if they contain:

        - insults, threats or hate speech

        - spam and advertising

        Moderators may block an account without notice after repeated violations of these rules.
        """;

    private const string RussianPolicy = """
        Правила комментирования

        Пользователи обязаны соблюдать нормы вежливости в обсуждениях и комментариях.

        ⟦Модератор вправе удалить сообщения, которые содержат оскорбления, нецензурную лексику, спам или рекламу.⟧

        За повторные нарушения правил аккаунт пользователя может быть заблокирован без предупреждения.
        """;

    public static TheoryData<string, Kind, string> Firing { get; } = new()
    {
        // Markup.
        { "icon.names", Kind.IconLabel, Before("⟦keyboard_arrow_down⟧") },
        { "icon.names", Kind.IconLabel, Before("⟦icon menu icon close icon search icon⟧") },
        { "icon.names", Kind.IconLabel, HtmlInside("<p>⟦\uE8B6 \uE5CD⟧</p>") },
        { "html.not-shown", Kind.OtherChrome, Html("<div style='display:none'><p>⟦A panel that waits for a click of its reader before it opens.⟧</p></div>") },
        { "html.consent", Kind.Consent, Html("<div id='cookie-banner'><p>⟦Small files make this place better for everyone who comes here.⟧</p></div>") },
        { "html.account", Kind.Account, Html("<div class='login-form'><p>⟦Come in with your card⟧</p></div>") },
        { "html.share", Kind.Share, Html("<div class='social-share'><p>⟦Spread the word⟧</p></div>") },
        { "html.comment", Kind.Comment, Html("<div id='comments'><p>⟦I live there and can say that the water came much faster than they tell us here.⟧</p></div>") },
        { "html.advert", Kind.Advert, Html("<div class='ad-slot'><p>⟦Boots that keep your feet dry, now at half the price.⟧</p></div>") },
        { "html.related", Kind.Related, Html("<div class='related-posts'><p>⟦Bridge over the river closed again⟧</p></div>") },
        { "html.promo", Kind.Promo, Html("<div class='newsletter'><p>⟦The morning in five lines, for early birds.⟧</p></div>") },
        { "html.donation", Kind.Donation, Html("<div class='donate'><p>⟦Ten a month⟧</p></div>") },
        { "html.breadcrumb", Kind.Navigation, Html("<div class='breadcrumbs'><p>⟦Region Floods⟧</p></div>") },
        { "html.search", Kind.Search, Html("<div class='searchbox'><p>⟦Type a place or a name⟧</p></div>") },
        { "html.tags", Kind.Related, Html("<div class='post-tags'><p>⟦floods weather⟧</p></div>") },
        { "html.media", Kind.MediaControl, Html("<div class='video-player jwplayer'><p>⟦Clip of the bridge⟧</p></div>") },
        { "html.dialog", Kind.OtherChrome, Html("<div class='modal'><p>⟦You are about to leave this page.⟧</p></div>") },
        { "html.screen-reader", Kind.Navigation, Html("<span class='sr-only'>⟦opens in another window⟧</span>") },
        { "html.navigation", Kind.Navigation, Html("<nav><ul><li>⟦Harbour and coast⟧</li></ul></nav>") },
        { "html.author-box", Kind.OtherChrome, Html("<div class='authorbio'><p>⟦Jane writes about rivers and the towns that stand on them.⟧</p></div>") },
        { "html.footer", Kind.Legal, Html("<footer><p>⟦The River Post, 12 Quay Street⟧</p></footer>") },
        { "html.aside", Kind.Related, Html("<aside><p>⟦Weather in the valley⟧</p></aside>") },
        { "html.header", Kind.Navigation, "<html><body><header><p>⟦The River Post, since 1901⟧</p></header>" + Html("")[12..] },

        // Headline, times, names.
        { "duplicate.title", Kind.Duplicate, After("⟦River floods the old town⟧") },
        { "timestamp.line", Kind.Timestamp, After("⟦Published: 12 March 2021, 14:05⟧") },
        { "timestamp.line", Kind.Timestamp, After("⟦Опубликовано: 12 марта 2021, 14:05⟧") },
        { "byline.line", Kind.Byline, "River floods the old town\n\n⟦By Jane Miller⟧\n\n" + Body1 + "\n\n" + Body2 },
        { "author.note", Kind.OtherChrome, "River floods the old town\n\nBy Jane Miller\n\n" + Body1 + "\n\n" + Body2 + "\n\n⟦Jane Miller writes about rivers and the towns that stand on them.⟧" },
        { "author.note", Kind.OtherChrome, "River floods the old town\n\nBy Jane Miller\n\n" + Body1 + "\n\n" + Body2 + "\n\nJane Miller writes about rivers and the towns that stand on them.\n\n⟦She lives in a boat on the upper quay, with two cats and a great many books.⟧" },
        { "author.note", Kind.OtherChrome, After("⟦Anna Weber ist Redakteurin im Ressort Wetter und schreibt über Flüsse.⟧") },
        { "duplicate.copy", Kind.Duplicate, Inside("What the engineers say") + "\n\n" + Body1[..Body1.IndexOf('\n')] + "\n\n" + Body1[Body1.IndexOf("Volunteers", StringComparison.Ordinal)..].Replace("Volunteers", "⟦Volunteers", StringComparison.Ordinal) + "⟧\n" },
        { "credit.line", Kind.Credit, Inside("⟦Additional reporting by Jane Miller and Tom Baker⟧") },

        // Policies and consent.
        { "comment-policy.section", Kind.CommentPolicy, After(Policy) },
        { "comment-policy.section", Kind.CommentPolicy, After(RussianPolicy) },
        { "comment-policy.label", Kind.CommentPolicy, After("⟦Netiquette⟧") },
        { "consent.notice", Kind.Consent, Before("⟦We use cookies to improve your experience. By continuing you agree to our privacy policy.⟧") },
        { "consent.notice", Kind.Consent, Before("⟦Nous utilisons des cookies. En poursuivant votre navigation, vous acceptez leur utilisation.⟧") },
        { "consent.notice", Kind.Consent, Before("⟦Wir verwenden Cookies. Mit der Nutzung dieser Seite stimmen Sie unserer Datenschutzerklärung zu.⟧") },
        { "consent.notice", Kind.Consent, Before("⟦Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с политикой конфиденциальности.⟧") },
        { "consent.notice", Kind.Consent, Before("⟦نستخدم ملفات تعريف الارتباط لتحسين تجربتك. باستمرارك فإنك توافق على سياسة الخصوصية.⟧") },
        { "consent.notice", Kind.Consent, Before("⟦我们使用 cookie 改善您的体验。继续使用即表示您同意隐私政策。⟧") },
        { "consent.label", Kind.Consent, Before("⟦Accept all⟧") },
        { "consent.label", Kind.Consent, Before("⟦Alle akzeptieren⟧") },

        // Prompts.
        { "promo.prompt", Kind.Promo, Inside("⟦Sign up for our newsletter and get the day's news every morning.⟧") },
        { "promo.prompt", Kind.Promo, Inside("⟦Подписывайтесь на наш канал в Telegram, чтобы не пропустить главное.⟧") },
        { "promo.prompt", Kind.Promo, Inside("⟦Suscríbete a nuestro boletín y recibe lo mejor de la semana.⟧") },
        { "promo.prompt", Kind.Promo, Inside("⟦Inscrivez-vous à notre newsletter pour ne rien manquer.⟧") },
        { "promo.prompt", Kind.Promo, Inside("⟦Iscriviti alla nostra newsletter e ricevi le notizie del giorno.⟧") },
        { "promo.prompt", Kind.Promo, Inside("⟦Receba as notícias do dia: siga o canal no WhatsApp.⟧") },
        { "promo.sentence", Kind.Promo, Inside("⟦Every Friday the valley comes directly to your inbox.⟧") },
        { "promo.sentence", Kind.Promo, Inside("⟦Главное за день каждое утро приходит вам на почту.⟧") },
        { "promo.push", Kind.Promo, After("⟦The River Post would like to send you notifications⟧") },
        { "donation.prompt", Kind.Donation, Inside("⟦Support our journalism: your donation keeps the Post free for everyone.⟧") },
        { "donation.prompt", Kind.Donation, Inside("⟦Unterstützen Sie unsere Arbeit mit einem kleinen Betrag im Monat.⟧") },
        { "donation.sentence", Kind.Donation, Inside("⟦The River Post has no owner but the town, and is kept alive by donations from our readers.⟧") },
        { "donation.sentence", Kind.Donation, Inside("⟦Gracias a nuestros lectores, esta redacción sigue en pie.⟧") },
        { "share.prompt", Kind.Share, Inside("⟦Follow us on Facebook and Instagram⟧") },
        { "share.prompt", Kind.Share, Inside("⟦Síguenos en Facebook y Twitter⟧") },
        { "comment.form", Kind.Comment, After("⟦Your email address will not be published. Required fields are marked *⟧") },
        { "comment.form", Kind.Comment, After("⟦Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *⟧") },
        { "account.prompt", Kind.Account, After("⟦Please log in to your account, then check your email for the activation link.⟧") },
        { "account.choice", Kind.Account, After("⟦I have a River Post account⟧") },
        { "account.choice", Kind.Account, After("⟦У меня нет профиля River Post⟧") },
        { "legal.notice", Kind.Legal, After("⟦River Post Ltd. No part of this page may be copied without written permission.⟧") },
        { "legal.notice", Kind.Legal, After("⟦Перепечатка материалов допускается только с указанием источника, активная ссылка обязательна.⟧") },
        { "legal.copyright", Kind.Legal, After("⟦Copyright 2021 River Post Ltd⟧") },
        { "legal.colophon", Kind.Legal, After("⟦Website by Quay Studio⟧") },
        { "legal.contact", Kind.Legal, After("⟦Got a tip? Send it to the desk.⟧") },
        { "legal.contact", Kind.Legal, After("⟦Нашли ошибку? Выделите её и нажмите Ctrl+Enter⟧") },
        { "legal.contact", Kind.Legal, Inside("⟦Jane Miller can be reached at the desk of the paper on weekdays.⟧") },
        { "legal.republished", Kind.Legal, Inside("⟦This article was originally published in May and has been updated since.⟧") },
        { "legal.republished", Kind.Legal, Inside("⟦Dieser Artikel erschien zuerst im Talboten.⟧") },
        { "legal.disclosure", Kind.Legal, Inside("⟦This page contains affiliate links: we may earn a little when you buy a pump through them.⟧") },
        { "legal.disclosure", Kind.Legal, Inside("⟦Мнение редакции может не совпадать с мнением автора.⟧") },
        { "advert.shop", Kind.Advert, Inside("⟦Buy on Amazon⟧") },
        { "advert.shop", Kind.Advert, Inside("⟦Comprar en El Corte o en Amazon⟧") },
        { "media.embed", Kind.OtherChrome, Inside("⟦A post shared by River Post (@riverpost)⟧") },
        { "media.embed", Kind.OtherChrome, Inside("⟦Voir cette publication sur Instagram⟧") },
        { "legal.republished", Kind.Legal, After("⟦This article was originally published by The Valley Herald.⟧") },
        { "media.fallback", Kind.MediaControl, After("⟦Your browser does not support this player.⟧") },

        // Furniture.
        { "navigation.breadcrumb", Kind.Navigation, Before("⟦Home > News > Region⟧") },
        { "navigation.breadcrumb", Kind.Navigation, Before("⟦Главная » Новости » Регион⟧") },
        { "navigation.breadcrumb", Kind.Navigation, Before("Startseite\n\n>\n\n⟦Nachrichten aus der Region⟧") },
        {
            "navigation.contents", Kind.Navigation, "River floods the old town\n\nWhy the river rose\n\n⟦Who will pay for new walls⟧\n\nWhen the trains run again\n\n" + Body1
                + "\n\nWhy the river rose\n\n" + Body2 + "\n\nWho will pay for the walls\n\n" + Body3 + "\n\nWhen the trains run again\n\n" + Body4
        },
        { "navigation.pagination", Kind.Navigation, After("⟦1 2 3 4 Next⟧") },
        { "navigation.pagination", Kind.Navigation, After("⟦Seite 2 von 14⟧") },
        { "navigation.languages", Kind.Navigation, Before("⟦English Deutsch Français Русский⟧") },
        { "navigation.languages", Kind.Navigation, Before("English\n\n⟦Türkçe⟧\n\nPolski\n\nУкраїнська") },
        { "counter.units", Kind.Counter, After("⟦12 Comments⟧") },
        { "counter.units", Kind.Counter, After("⟦Просмотров: 1204⟧") },
        { "counter.units", Kind.Counter, After("⟦3 min de lecture⟧") },
        { "counter.numbers", Kind.Counter, After("⟦4.2K / 118⟧") },
        {
            "comment.section", Kind.Comment, After(Body1 + "\n\n" + """
            3 comments

            Marta

            2 March 2021

            ⟦We saw it from our window and it was much worse than what the picture shows, believe me.⟧

            Reply

            Peter

            3 March 2021

            The same street was under water ten years ago, and nobody did a thing about the walls.

            Reply
            """)
        },
        {
            "related.section", Kind.Related, After("""
            Most read

            ⟦Bridge over the river closed again⟧

            Harbour fair opens on Sunday
            """)
        },
        { "related.inline", Kind.Related, Inside("⟦READ MORE: Bridge over the river closed again⟧") },
        { "related.inline", Kind.Related, Inside("⟦Читайте также: Мост через реку снова закрыт⟧") },
        { "related.inline", Kind.Related, Inside("⟦À lire aussi : Le pont est de nouveau fermé⟧") },
        {
            "related.echo", Kind.Related, Inside("⟦Bridge over the river closed again for repairs⟧")
                + "\n\nMost read\n\nBridge over the river closed again for repairs this week\n\nHarbour fair opens on Sunday\n"
        },

        // Labels.
        { "account.label", Kind.Account, Before("⟦Log in⟧") },
        { "account.label", Kind.Account, Before("⟦Забыли пароль?⟧") },
        { "share.label", Kind.Share, After("⟦Copy link⟧") },
        { "share.label", Kind.Share, After("⟦Copiar enlace⟧") },
        { "comment.label", Kind.Comment, After("⟦Leave a comment⟧") },
        { "comment.label", Kind.Comment, After("⟦Kommentar schreiben⟧") },
        { "related.label", Kind.Related, After("⟦You may also like…⟧") },
        { "related.more", Kind.Related, After("⟦Continue reading⟧") },
        { "related.tags", Kind.Related, After("⟦Filed under…⟧") },
        { "promo.label", Kind.Promo, After("⟦Email alerts⟧") },
        { "promo.label", Kind.Promo, After("⟦立即订阅⟧") },
        { "donation.label", Kind.Donation, After("⟦Other amount⟧") },
        { "advert.label", Kind.Advert, Inside("⟦Advertisement⟧") },
        { "advert.label", Kind.Advert, Inside("⟦Publicidad⟧") },
        { "advert.label", Kind.Advert, Inside("⟦إعلان⟧") },
        { "media.label", Kind.MediaControl, After("⟦Play video⟧") },
        { "search.label", Kind.Search, Before("⟦Suche⟧") },
        { "legal.label", Kind.Legal, After("⟦Termos de uso⟧") },
        { "icon.label", Kind.IconLabel, After("⟦chevron arrow⟧") },
        { "poll.label", Kind.Counter, After("⟦View results⟧") },
        { "state.label", Kind.OtherChrome, After("⟦No results found⟧") },
        { "navigation.label", Kind.Navigation, Before("⟦Home⟧") },
        { "navigation.label", Kind.Navigation, Before("⟦ホーム⟧") },
        { "navigation.label", Kind.Navigation, After("⟦Vai al contenuto principale⟧") },

        // Captions, meters.
        { "caption.media", Kind.Caption, HtmlInside("<figure><img src='a'><figcaption>⟦Boats in the square⟧</figcaption></figure>") },
        { "caption.media", Kind.Caption, Inside("⟦Photo: Jane Miller⟧") },
        { "caption.media", Kind.Caption, Inside("⟦Фото: Иван Петров⟧") },
        { "caption.media", Kind.Caption, Inside("⟦© AFP / Jane Miller⟧") },
        { "caption.media", Kind.Caption, Inside("⟦Source: Office for Water and Weather⟧") },
        { "related.link", Kind.Related, HtmlInside("<p><a href='/b'>⟦Harbour fair opens on Sunday with two concerts⟧</a></p>") },
        { "caption.credit", Kind.Caption, Inside("⟦The lower streets on Tuesday evening. Photo: Jane Miller⟧") },
        { "caption.credit", Kind.Caption, Inside("⟦Boats on the square | © 2021 Jane Miller⟧") },
        { "caption.credit", Kind.Caption, Inside("⟦Die Brücke am Dienstag. Foto: Anna Weber⟧") },
        { "caption.credit", Kind.Caption, Inside("⟦Figure 2. The level of the river at the old bridge from Sunday to Tuesday.⟧") },
        { "caption.credit", Kind.Caption, Inside("⟦Рис. 3. Уровень реки у старого моста.⟧") },
        { "caption.credit", Kind.Caption, Inside("⟦Jane Miller/The Valley Herald⟧") },
        { "donation.meter", Kind.Donation, After("Donate now\n\n$10\n\n⟦$50⟧\n\n$100\n\n$500") },

        // What is left.
        { "context.outside-content", Kind.Navigation, After(string.Concat(Enumerable.Repeat("Quay and harbour\n\n", 12)) + "⟦Old mill lane⟧") },
        { "context.short-run", Kind.Navigation, Inside("Quay\n\nHarbour\n\n⟦Mill lane⟧\n\nBridge\n\nCastle\n\nPark") },
        { "content.region", Kind.Paragraph, Inside("⟦The school will stay open as a shelter through the night, its head teacher promised.⟧") },
        { "content.region", Kind.Heading, Inside("⟦What comes next⟧") },
        { "model.drop", Kind.Navigation, After(string.Concat(Enumerable.Repeat("Quay and harbour\n\n", 12)) + "⟦Old mill lane⟧") },
        { "model.keep", Kind.Paragraph, Inside("⟦The school will stay open as a shelter through the night, its head teacher promised.⟧") },
    };

    public static TheoryData<string, string> NearMisses { get; } = new()
    {
        { "icon.names", HtmlInside("<pre>⟦private_key = read_file(path)⟧</pre>") },
        { "icon.names", Inside("⟦private_key⟧") },
        { "html.not-shown", HtmlInside("<div><p>⟦A panel that stands open for every reader to see at once.⟧</p></div>") },
        { "html.consent", HtmlInside("<div class='consentaneous'><p>⟦Mix the butter with the sugar until it is pale, then add the eggs one after the other.⟧</p></div>") },
        { "html.account", HtmlInside("<div class='login'><p>⟦The clerk told the court that he had used the same word for the lock of every door since he came to the office, and that nobody had asked.⟧</p></div>") },
        { "html.share", HtmlInside("<div class='shared-history'><p>⟦The two towns share a history that goes back to the days of the salt trade.⟧</p></div>") },
        { "html.comment", HtmlInside("<div class='commented-edition'><p>⟦The edition prints the letters with notes that explain every name in them.⟧</p></div>") },
        { "html.advert", HtmlInside("<div class='adventure gradient'><p>⟦They walked along the shore until the light of the tower was out of sight.⟧</p></div>") },
        { "html.related", HtmlInside("<div class='unrelated'><p>⟦Nobody at the harbour had heard of the plan before the paper wrote of it.⟧</p></div>") },
        { "html.promo", HtmlInside("<div class='promontory'><p>⟦From the promontory the whole of the flooded valley could be seen at once.⟧</p></div>") },
        { "html.donation", HtmlInside("<div class='donation'><p>⟦Readers of the paper gave more than forty thousand for the families who lost their homes, the town said on Friday, and the money will be paid out before Easter.⟧</p></div>") },
        { "html.breadcrumb", HtmlInside("<div class='breadcrumbs'><p>⟦Turn the bread into crumbs, and fry them in butter until they are brown and smell of nuts, then leave them to cool on a plate.⟧</p></div>") },
        { "html.search", HtmlInside("<div class='research'><p>⟦The study followed four hundred households over a span of eleven years.⟧</p></div>") },
        { "html.tags", HtmlInside("<div class='tagliatelle'><p>⟦Boil the pasta in plenty of water, and keep a cup of it for the sauce.⟧</p></div>") },
        { "html.media", HtmlInside("<div class='player'><p>⟦The striker came back from his injury in April, played in nine matches and scored in six of them, more than anyone else in the team.⟧</p></div>") },
        { "html.dialog", HtmlInside("<div class='dialogue'><p>⟦“And where were you?” he asked. “At home,” she said, “where else would I be?”⟧</p></div>") },
        { "html.screen-reader", HtmlInside("<div class='skipper'><p>⟦The skipper turned the boat into the wind and waited for the squall to pass.⟧</p></div>") },
        { "html.navigation", HtmlInside("<div class='navigator'><p>⟦The ship's navigator had drawn the chart from memory, and it was nearly right.⟧</p></div>") },
        { "html.author-box", HtmlInside("<div class='biology'><p>⟦The plant closes its leaves at dusk and opens them again with the first light.⟧</p></div>") },
        { "html.footer", HtmlInside("<div class='footnote'><p>⟦The figure includes those who left the town before the first warning came.⟧</p></div>") },
        { "html.aside", HtmlInside("<blockquote><p>⟦We have never seen anything like it, and we hope never to see it again.⟧</p></blockquote>") },
        { "html.header", "<html><body><article><header><p>⟦The lower streets stood half a metre deep in water for a third day.⟧</p></header>" + Html("")[12..].Replace("<article>", "", StringComparison.Ordinal) },
        { "duplicate.title", Inside("⟦River floods the old town a second time in March⟧") },
        { "timestamp.line", Inside("⟦On 12 March 2021 the council met for the first time in the gym of the school.⟧") },
        { "byline.line", Inside("⟦By Monday the water had gone from most of the streets in the centre.⟧") },
        { "credit.line", Inside("⟦Reporting by neighbours helped the police to find the missing boat on Sunday night.⟧") },

        // A report on rules for commenting, one that quotes them, and one on a law.
        { "comment-policy.section", Inside("⟦The network said that comments with insults or hate speech will be deleted, and that moderators may block users without notice.⟧") },
        {
            "comment-policy.section", Inside("""
            The forum's new community standards, which were printed in full by the paper, read:

            - ⟦insults, threats and hate speech will be removed by moderators⟧

            - users who post spam will be blocked without notice

            Lawyers doubt that such rules can hold, since nobody knows who the moderators are, and said so.
            """)
        },
        { "comment-policy.label", Inside("⟦Community standards differ from town to town, and so do the fines for those who break them.⟧") },
        { "consent.notice", Inside("⟦The new law obliges every site to ask before it stores cookies, and lets readers withdraw their consent at any time.⟧") },
        { "consent.notice", Inside("⟦The company changed its privacy policy in May, and users who do not accept it lose their account, the agency found.⟧") },
        { "consent.label", Inside("⟦Accept all that you cannot change, her grandmother used to say, and change the rest.⟧") },
        { "promo.prompt", Inside("⟦Subscribe is what you do when you believe a paper will be there tomorrow, the editor wrote.⟧") },
        { "promo.prompt", Inside("⟦Sign up numbers for the evening classes have doubled since the new teacher came.⟧") },
        { "promo.sentence", Inside("⟦The clerk looked into the inbox every hour, and every hour there were more letters in it.⟧") },
        { "promo.push", Inside("⟦The phone maker showed how push notifications drain the battery, and said a fix will come.⟧") },
        { "donation.prompt", Inside("⟦Donations to the fund reached two million within a week, more than after the last flood.⟧") },
        { "donation.sentence", Inside("⟦Readers of the paper, the editor said, are funded by readers like you and me who never pay.⟧") },
        { "share.prompt", Inside("⟦Follow the money⟧") },
        { "share.prompt", Inside("⟦Share prices fell by a tenth after the news, and the bank stopped the trade for an hour.⟧") },
        { "comment.form", Inside("⟦Comments by the minister on Sunday did little to calm the people of the lower town.⟧") },
        { "account.prompt", Inside("⟦She had kept her password on a slip of paper under the desk, as everybody in the office knew.⟧") },
        { "account.choice", Inside("⟦I have a boat, and an account of every trip it made since the war, the old man said.⟧") },
        { "legal.notice", Inside("⟦The court held that all rights reserved to the heirs had lapsed long before the sale.⟧") },
        { "legal.copyright", Inside("⟦Copyright law protects the map, the judge said, but not the river that it shows.⟧") },
        { "legal.colophon", Inside("⟦Powered by two old diesel engines, the pumps moved the water of a whole street in an hour.⟧") },
        { "legal.contact", Inside("⟦The police had got a tip about the boat from a fisherman on the other bank of the river.⟧") },
        { "legal.contact", Inside("⟦The lower town could not be reached by boat on Monday, and the phones were dead.⟧") },
        { "legal.republished", Inside("⟦This article of the law was written in a year when nobody had heard of a pump.⟧") },
        { "legal.disclosure", Inside("⟦Shops that pay for links earn a fifth of what they sell by them, the study found.⟧") },
        { "advert.shop", Inside("⟦Buy on Sunday, sell on Monday⟧") },
        { "advert.shop", Inside("⟦The town tried to buy on Amazon what the shops no longer had, pumps above all.⟧") },
        { "media.embed", Inside("⟦A post shared by two guards was all that was left of the customs house.⟧") },
        { "author.note", "River floods the old town\n\nBy Jane Miller\n\n" + Body1 + "\n\n⟦Jane Miller is a name that three women in the lower town share, and all of them had to leave.⟧\n\n" + Body2 + "\n\n" + Body3 + "\n\n" + Body4 },
        { "author.note", After("⟦Anna Weber was the last to leave her house, and the boat that took her had no light.⟧") },
        { "duplicate.copy", Inside("⟦The school will stay open as a shelter through the night, its head teacher promised.⟧") + "\n\n" + Body3 + "\n\nThe school will stay open as a shelter through the night, its head teacher promised.\n\n" + Body4 },
        { "legal.republished", Inside("⟦Originally published in a run of two hundred copies, the book now sells in every station, its heirs say, and in four languages at that, among them Welsh and a dialect of the coast.⟧") },
        { "media.fallback", Inside("⟦The old browser does run on the town's computers, and nobody has the money to replace them.⟧") },
        { "navigation.breadcrumb", Inside("⟦Home is where the water stops, people in the lower town say, and they laugh about it.⟧") },
        { "navigation.breadcrumb", Inside("⟦Home and abroad⟧") },
        { "navigation.contents", Inside("Three things are sure:\n\n- ⟦the walls have to be higher⟧\n\n- the pumps have to be new\n\n- the town cannot pay for either") },
        { "navigation.pagination", HtmlInside("<table><tr><td>⟦11⟧</td><td>12</td><td>13</td></tr><tr><td>14</td><td>15</td><td>16</td></tr></table>") },
        { "navigation.languages", Inside("⟦German, French and Russian are taught at the school, and since last year Arabic.⟧") },
        { "navigation.languages", HtmlInside("<ul><li>German and Dutch</li><li>⟦French and Italian⟧</li><li>Russian and Polish</li></ul>") },
        { "counter.units", Inside("⟦12 comments were read out in the council before the mayor closed the meeting.⟧") },
        { "counter.numbers", HtmlInside("<table><tr><td>Level</td><td>⟦4.2⟧</td></tr><tr><td>Flow</td><td>118</td></tr></table>") },
        { "comment.section", Inside("⟦Comments from the lower town⟧") },
        { "related.section", Inside("⟦Background⟧") },
        { "related.section", Inside("⟦Related companies⟧") },
        { "related.section", Inside("⟦What's next⟧") },
        { "related.inline", Inside("⟦Read more slowly, the teacher told them, and the book will open by itself.⟧") },
        { "related.inline", Inside("⟦Also on Monday, the ferry took up its service between the two banks again.⟧") },
        { "related.echo", Inside("⟦Bridges and roads across the valley⟧") + "\n\nMost read\n\nHarbour fair opens on Sunday with two concerts\n" },
        { "account.label", Inside("⟦Register of lost things⟧") },
        { "share.label", Inside("⟦Share of the harbour⟧") },
        { "comment.label", Inside("⟦Comments by the minister⟧") },
        { "related.label", Inside("⟦Related companies⟧") },
        { "related.more", Inside("⟦Read more books, buy fewer⟧") },
        { "related.tags", Inside("⟦Topics⟧") },
        { "promo.label", Inside("⟦Subscription prices rise⟧") },
        { "donation.label", Inside("⟦Membership⟧") },
        { "donation.label", Inside("⟦Donations from abroad⟧") },
        { "advert.label", Inside("⟦Advertisement spending rose by a third in the year of the election, the agency said.⟧") },
        { "media.label", Inside("⟦A photo and its history⟧") },
        { "search.label", Inside("⟦Search⟧") },
        { "legal.label", Inside("⟦Privacy⟧") },
        { "icon.label", Inside("⟦Arrow makers of the valley⟧") },
        { "poll.label", Inside("⟦Vote of no confidence⟧") },
        { "state.label", Inside("⟦No results from the talks⟧") },
        { "navigation.label", Inside("⟦Economy⟧") },
        { "navigation.label", HtmlInside("<p>The teams come from these countries:</p><ul><li>⟦Germany and Austria⟧</li><li>France and Belgium</li><li>Japan and Korea</li></ul>") },
        { "caption.media", "⟦Photo: a history of the camera⟧\n\n" + Body1.Replace("The river rose", "The history of the camera begins with a photo of a roof. The river rose", StringComparison.Ordinal) + "\n\n" + Body2 },
        { "caption.media", Inside("⟦Images of the flood were seen around the world, and money came from as far as Japan.⟧") },
        { "caption.media", Inside("⟦Source of all trouble: the old wall, which was never meant to hold so much.⟧") },
        { "related.link", HtmlInside("<p>⟦The harbour fair will be put off until May at the earliest⟧, <a href='/b'>the council has it</a>.</p>") },
        { "caption.credit", Inside("⟦Nobody believes in the picture. By Friday the town had made its own.⟧") },
        { "caption.credit", Inside("⟦Figure skating on the flooded square drew a crowd of forty on the first night of frost.⟧") },
        { "caption.credit", Inside("⟦Upper Town/lower town⟧") },
        { "donation.meter", HtmlInside("<ul><li>⟦$19.99 for the small pump⟧</li><li>$29.99 for the large one</li></ul>") },
        { "context.outside-content", Inside("⟦The ferry goes again.⟧") },
        { "model.drop", Inside("⟦The pumps had run without a break since Sunday, and nobody could say when they would stop.⟧") },
        { "context.short-run", Inside("⟦Where the money went⟧") },
    };
}
