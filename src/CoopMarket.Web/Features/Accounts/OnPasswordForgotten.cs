using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Gives a link for a new password to the account's own address, if there is one, and not too often.</summary>
internal sealed class OnPasswordForgotten(AccountFinder accounts, Links links) : IHandle<PasswordForgotten>
{
    public async Task HandleAsync(PasswordForgotten happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var (most, within, _) = Limit.Table[Limit.Reset];
        var account = await accounts.FindAsync(Handle.Read(happened.Who), cancellationToken);
        if (account is { Email: { } email, SuspendedAt: null } && await links.MayIssueAsync(account, within, most, cancellationToken, LinkPurpose.ResetPassword))
            await links.IssueAsync(account, LinkPurpose.ResetPassword, email, null, cancellationToken);
    }
}
