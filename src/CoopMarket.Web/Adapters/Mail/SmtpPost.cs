using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CoopMarket.Web.Adapters.Mail;

/// <summary>Sends mails through the mail server of the settings, encrypted unless it stands on this machine.</summary>
internal sealed class SmtpPost(MarketSettings market, SmtpSettings smtp, TimeProvider time) : IPost
{
    private const int TimeoutMilliseconds = 15_000;
    private const int RefusedForGood = 500;

    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        var security = smtp.Host is "localhost" or "127.0.0.1" or "::1" ? SecureSocketOptions.StartTlsWhenAvailable
            : smtp.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(smtp.Host, smtp.Port, security, cancellationToken);
        if (smtp.User.Length > 0)
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancellationToken);
        try
        {
            await client.SendAsync(Mime.Of(letter, market, smtp, time.Now()), cancellationToken);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= RefusedForGood)
        {
            throw new AddressRefusedException(refused);
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}
