using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What the mail about an erased account shows.</summary>
/// <param name="At">UTC.</param>
internal sealed record ErasedMail(DateTimeOffset At);

/// <summary>Tells her at the address that the market then forgets: where it was not she, she hears of it.</summary>
internal sealed class OnAccountErased(Mailroom mailroom) : IHandle<AccountErased>
{
    public Task HandleAsync(AccountErased happened, Delivery delivery, CancellationToken cancellationToken)
        => mailroom.SendAsync(delivery.Id, happened.Email, happened.Language, "Accounts/Emails/AccountErased", new ErasedMail(happened.At), cancellationToken);
}
