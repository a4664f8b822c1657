using System.Globalization;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Adapters.Mail;

/// <summary>Writes mails into the data directory, one .eml file each; the same letter again is the same file.</summary>
internal sealed class FilePost(MarketSettings market, SmtpSettings smtp, TimeProvider time) : IPost
{
    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var folder = market.Folder("mail");
        if (Directory.EnumerateFiles(folder, $"*{letter.Id:N}.eml").Any())
            return;
        var now = time.Now();
        var path = Path.Combine(folder, $"{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{letter.Id:N}.eml");
        var beside = path + ".part";
        await Mime.Of(letter, market, smtp, now).WriteToAsync(beside, cancellationToken);
        File.Move(beside, path, overwrite: true);
    }
}
