using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What the mail about a changed credential shows.</summary>
internal sealed record CredentialMail(string Name, Credential What, DateTimeOffset At);

/// <summary>Tells a person at her address that a credential of hers was changed.</summary>
internal sealed class OnCredentialChanged(People people, Mailroom mailroom) : IHandle<CredentialChanged>
{
    public async Task HandleAsync(CredentialChanged happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await people.ReachAsync(happened.Person, cancellationToken) is { Email: { } email } reach)
            await mailroom.SendAsync(delivery.Id, email, reach.Language, "Accounts/Emails/CredentialChanged", new CredentialMail(reach.Name, happened.What, happened.At), cancellationToken);
    }
}

/// <summary>Tells her at the address that she had before, where a thief who changed it does not read.</summary>
internal sealed class OnEmailLeft(People people, Mailroom mailroom) : IHandle<CredentialChanged>
{
    public async Task HandleAsync(CredentialChanged happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (happened.OldEmail is { } email && await people.ReachAsync(happened.Person, cancellationToken) is { } reach)
            await mailroom.SendAsync(delivery.Id, email, reach.Language, "Accounts/Emails/CredentialChanged", new CredentialMail(reach.Name, happened.What, happened.At), cancellationToken);
    }
}
