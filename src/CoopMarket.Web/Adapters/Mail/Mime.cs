using CoopMarket.Web.Hosting;
using MimeKit;

namespace CoopMarket.Web.Adapters.Mail;

/// <summary>A letter as a MIME message (RFC 5322), HTML with its plain text beside it.</summary>
internal static class Mime
{
    public static MimeMessage Of(Letter letter, MarketSettings market, SmtpSettings smtp, DateTimeOffset now)
    {
        var host = new Uri(market.PublicUrl).Host;
        var message = new MimeMessage
        {
            MessageId = $"{letter.Id:N}@{host}",
            Subject = letter.Subject.ReplaceLineEndings(" "),
            Date = now,
            Body = new BodyBuilder { HtmlBody = letter.Html, TextBody = letter.Text }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress("CoopMarket", smtp.From.Length > 0 ? smtp.From : $"market@{host}"));
        message.To.Add(MailboxAddress.Parse(letter.To));
        return message;
    }
}
