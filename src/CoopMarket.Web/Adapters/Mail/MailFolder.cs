using CoopMarket.Web.Hosting;
using MimeKit;

namespace CoopMarket.Web.Adapters.Mail;

/// <summary>A mail that was written to the data directory.</summary>
/// <param name="File">The file's name without its ending.</param>
/// <param name="At">UTC.</param>
internal sealed record KeptMail(string File, DateTimeOffset At, string To, string Subject, string Html, string Text);

/// <summary>Reads the mails that <see cref="FilePost"/> wrote, the newest first.</summary>
internal sealed class MailFolder(MarketSettings market)
{
    public async Task<IReadOnlyList<KeptMail>> NewestAsync(int most, CancellationToken cancellationToken)
    {
        List<KeptMail> mails = [];
        foreach (var path in Directory.EnumerateFiles(market.Folder("mail"), "*.eml").OrderDescending(StringComparer.Ordinal).Take(most))
        {
            using var message = await MimeMessage.LoadAsync(path, cancellationToken);
            mails.Add(new(Path.GetFileNameWithoutExtension(path), message.Date, message.To.ToString(), message.Subject ?? "", message.HtmlBody ?? "", message.TextBody ?? ""));
        }

        return mails;
    }
}
