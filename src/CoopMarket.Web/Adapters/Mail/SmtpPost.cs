using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CoopMarket.Web.Adapters.Mail;

/// <summary>Sends mails through the mail server of the settings, encrypted unless it stands on this machine.</summary>
internal sealed class SmtpPost(MarketSettings market, SmtpSettings smtp, TimeProvider time) : IPost
{
    private const int TimeoutMilliseconds = 15_000;

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
        catch (SmtpCommandException refused) when (IsNoSuchMailbox(refused))
        {
            throw new AddressRefusedException(refused);
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    /// <summary>
    /// Whether there is no such mailbox, as far as the server knows (RFC 5321, 4.2.3). That it passes nothing on for the market (RFC 3463,
    /// 5.7) is refused with the same numbers, and is no fault of the address: such mails are tried again and shown to an admin.
    /// </summary>
    internal static bool IsNoSuchMailbox(SmtpCommandException refused)
        => refused is { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed }
            && !refused.Message.Contains("5.7.", StringComparison.Ordinal) && !refused.Message.Contains("relay", StringComparison.OrdinalIgnoreCase);
}
