namespace CoopMarket.Web.Adapters.Mail;

/// <summary>Sends mails: through a mail server, or into files where none is set.</summary>
internal interface IPost
{
    /// <summary>Sends one letter. Sending the same <see cref="Letter.Id"/> again is the same mail, with the same Message-ID.</summary>
    /// <exception cref="AddressRefusedException">The mail server takes no mail for that address, and won't later (RFC 5321, 4.2.3: no such mailbox).</exception>
    Task SendAsync(Letter letter, CancellationToken cancellationToken);
}

/// <summary>A mail, ready to send.</summary>
/// <param name="Id">The message's identity; the delivery's id, so that a repeated try is the same mail.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Html">The body as HTML.</param>
/// <param name="Text">The body as plain text.</param>
internal sealed record Letter(Guid Id, string To, string Subject, string Html, string Text);

/// <summary>There is no such mailbox, as far as the mail server knows. To try again brings nothing.</summary>
internal sealed class AddressRefusedException(Exception inner) : Exception("The mail server refused the address for good.", inner);
