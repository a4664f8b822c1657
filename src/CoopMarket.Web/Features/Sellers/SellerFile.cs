using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>One application as an admin sees it, with what is missing, what changed since the last look, and its whole way so far.</summary>
internal static class SellerFile
{
    /// <param name="Actor">The admin.</param>
    /// <param name="Application">Which.</param>
    /// <param name="Since">The fingerprint to compare with; null: the last other content that an admin saw.</param>
    internal sealed record Query(Actor Actor, SellerApplicationId Application, string? Since = null) : IQuery<View?>, IForAdmin;

    /// <param name="Seen">The fingerprint that a decision binds to.</param>
    /// <param name="Changed">What differs from the look at <paramref name="SeenBefore"/>; for a change, from the cooperative.</param>
    /// <param name="SeenBefore">UTC; null when no admin saw another content.</param>
    /// <param name="Alike">Other sellers with the same tax code.</param>
    /// <param name="Coop">The cooperative's state; null before approval.</param>
    internal sealed record View(
        SellerApplicationId Id, bool IsChange, ApplicationState State, SellerDetails Details, string Seen, IReadOnlyList<SellerGap> Gaps,
        IReadOnlyList<Change> Changed, DateTimeOffset? SeenBefore, IReadOnlyList<Move> Moves, IReadOnlyList<LocalizedText> Alike, SellerState? Coop, string? Slug)
    {
        /// <summary>Its phone where nobody who is told of a decision has an e-mail; null else.</summary>
        public string? CallInstead { get; init; }

        /// <summary>What the cooperative holds, where another bank account is asked for in its place; null else.</summary>
        public SellerDetails? AccountNow { get; init; }

        /// <summary>Its account at the card gateway; null where it has none, and where the market pays nobody so.</summary>
        public SeenAccount? Connected { get; init; }
    }

    /// <summary>A line that was one thing and is another.</summary>
    internal sealed record Change(SellerField Field, string Before, string Now);

    /// <summary>A step of its way; who is empty once forgotten.</summary>
    internal sealed record Move(string From, string To, DateTimeOffset At, string Who, string Reason);

    internal sealed class Handler(MarketDb db, ConnectedAccounts connected, MembersToTell members, People people) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var application = await db.Set<SellerApplication>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Application, cancellationToken);
            if (application is null)
                return null;
            var coop = application.Cooperative is { } id
                ? await db.Set<Cooperative>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken)
                : null;
            var looks = await db.Set<ApplicationLook>().AsNoTracking().Where(l => l.Application == application.Id).OrderByDescending(l => l.At).ToListAsync(cancellationToken);
            var before = looks.FirstOrDefault(l => query.Since is null ? l.Fingerprint != application.Fingerprint : l.Fingerprint == query.Since);
            var moves = await db.Set<SellerMove>().Where(m => m.Application == application.Id).OrderBy(m => m.At).ThenBy(m => m.Id)
                .Select(m => new Move(m.From, m.To, m.At, m.ActorName, m.Reason)).ToListAsync(cancellationToken);
            var taxCode = application.Details.TaxCode;
            var alike = taxCode.Length == 0 ? [] : await db.Set<Cooperative>().Where(c => c.TaxCode == taxCode && c.Id != application.Cooperative)
                .Select(c => c.Name).ToListAsync(cancellationToken);
            return new(
                application.Id, application.IsChange, application.State, application.Details, application.Fingerprint, SellerCheck.Gaps(application.Details),
                Changes(application, before, coop), before?.At, moves, alike, application.IsChange ? null : coop?.State, coop?.Slug)
            {
                AccountNow = HeldBefore(application, coop) is { } now && now.DifferencesFrom(application.Details).Any(f => f is SellerField.Bank or SellerField.BankAccount or SellerField.BankAccountName) ? now : null,
                CallInstead = await IsReachedAsync(application, cancellationToken) ? null : application.Details.Phone,
                Connected = application.IsChange || coop is null ? null : await connected.OfAsync(coop.Id, cancellationToken),
            };
        }

        // To whom the mails about decisions go: to the managers where there is a cooperative, else to the applicant.
        private async Task<bool> IsReachedAsync(SellerApplication application, CancellationToken cancellationToken)
            => application.Cooperative is { } cooperative
                ? (await members.OfAsync(cooperative, DeskRoles.Manager, cancellationToken)).Any(m => m.Email is not null)
                : (await people.ReachAsync(application.Applicant, cancellationToken))?.Email is not null;

        private static SellerDetails? HeldBefore(SellerApplication application, Cooperative? coop) => application is { IsChange: true, IsOpen: true } && coop is not null ? RequestChange.Held(coop) : null;

        private static IReadOnlyList<Change> Changes(SellerApplication application, ApplicationLook? look, Cooperative? coop)
        {
            var now = application.Details;
            // A change is compared with what the cooperative holds, as long as no admin saw another wish.
            var held = HeldBefore(application, coop);
            return (look?.Details ?? (held is null ? null : held with { Papers = now.Papers, RulesVersion = now.RulesVersion })) is { } old ? [.. now.DifferencesFrom(old).Select(f => new Change(f, old[f], now[f]))] : [];
        }
    }
}
