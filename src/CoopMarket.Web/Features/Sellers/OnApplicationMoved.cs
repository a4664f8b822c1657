using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Writes to the applicant where her application stands now, with what the admin wrote. A change of a selling cooperative is told to
/// all its managers, so that none of them can move the money's account unseen.
/// </summary>
internal sealed class OnApplicationMoved(MarketDb db, People people, MembersToTell members, Circular circular) : IHandle<ApplicationMoved>
{
    public async Task HandleAsync(ApplicationMoved happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var application = await db.Set<SellerApplication>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == happened.Application, cancellationToken);
        if (application is null)
            return;
        var readers = application is { IsChange: true, Cooperative: { } cooperative }
            ? await members.OfAsync(cooperative, DeskRoles.Manager, cancellationToken)
            : await people.ReachAsync(application.Applicant, cancellationToken) is { } applicant ? [applicant] : [];
        await circular.SendAsync(
            delivery, readers, "Sellers/Emails/Application",
            reader => new ApplicationMail(reader.Name, application.Details.Name, happened.To, happened.Answer, application.IsChange), cancellationToken);
    }
}

/// <summary>What the mail about an application says.</summary>
internal sealed record ApplicationMail(string Name, string Seller, ApplicationState State, string Answer, bool IsChange)
{
    /// <summary>The part of the texts' keys.</summary>
    public string Key => (IsChange ? "change-" : "") + State.ToString().ToLowerInvariant();

    /// <summary>Where to go on reading.</summary>
    public string Path => IsChange ? "/sell/profile/change" : State == ApplicationState.Approved ? "/sell" : "/sell/apply";
}
