using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>One run of payouts: what it sends, where to, who decided what and when, and what became of each.</summary>
internal static class PayoutSheet
{
    internal sealed record Query(Actor Actor, string Run) : IQuery<View?>, IForAdmin;

    /// <param name="DraftedBy">Her name; empty where she is forgotten.</param>
    /// <param name="ApprovedBy">Her name; empty where she is forgotten, and while it is a draft.</param>
    /// <param name="IsMine">Whether who looks drafted it, so that another person approves.</param>
    /// <param name="Seal">What an approval binds to.</param>
    /// <param name="Total">What is, or would be, sent.</param>
    internal sealed record View(
        string Code, DateTimeOffset DraftedAt, string DraftedBy, DateTimeOffset? ApprovedAt, string ApprovedBy, bool IsDraft, bool IsMine, string Seal, Money Total, IReadOnlyList<Row> Rows)
    {
        /// <summary>Why who looks can't approve it, so that she need not press in vain; null where she can, and once it is decided.</summary>
        public Refusal? Bar { get; init; }

        /// <summary>How many cooperatives are paid, or would be.</summary>
        public int Kept => Rows.Count(r => r.State != PayoutState.LeftOut);

        /// <summary>How many the bank has still to pay.</summary>
        public int OnTheWay => Rows.Count(r => r.State == PayoutState.OnTheWay && r.Connected.Length == 0);

        /// <summary>How many the card gateway has still to transfer.</summary>
        public int Transfers => Rows.Count(r => r.Transfer is not null);

        /// <summary>What the bank's file holds: all that it is to pay, or was.</summary>
        public IEnumerable<Row> ByBank => Rows.Where(r => r.State != PayoutState.LeftOut && r.Connected.Length == 0);
    }

    /// <param name="Bank">The bank's short name; its number where it is unknown.</param>
    /// <param name="EndedBy">Her name; empty while it is open, and where she is forgotten.</param>
    internal sealed record Row(
        int Position, LocalizedText Name, Money Amount, Money Fees, string Bin, string Bank, string Account, string Holder, string Text, PayoutState State, string Reference, string Reason,
        DateTimeOffset? EndedAt, string EndedBy, DateTimeOffset? ReturnedAt)
    {
        /// <summary>The account as the page shows it: whole while somebody is to compare or to type it, then its last four digits.</summary>
        public string ShownAccount => State is PayoutState.Drafted or PayoutState.OnTheWay ? Account : Show.Account(Account);

        /// <summary>Whether it can't be sent as it was drafted, and is to be left out.</summary>
        public bool IsUnfit { get; init; }

        /// <summary>The account at the card gateway; empty where the bank pays.</summary>
        public string Connected { get; init; } = "";

        /// <summary>Where the transfer stands; null where it is none, or not on its way.</summary>
        public TransferState? Transfer { get; init; }

        /// <summary>What was taken back of a transfer.</summary>
        public Money TakenBack { get; init; }

        /// <summary>What the market holds at the card gateway, where a transfer waits because that is too little; else null.</summary>
        public Money? Held { get; init; }
    }

    internal sealed class Handler(MarketDb db, BankAccounts accounts, CardHoldings holdings, People people, PayoutDues dues, OwnDesk own, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var code = PublicCode.TryParse(query.Run, out var read) ? read.Value : "";
            if (await db.Set<PayoutRun>().AsNoTracking().Include(r => r.Payouts).ThenInclude(p => p.Reversals).SingleOrDefaultAsync(r => r.Code == code, cancellationToken) is not { } run)
                return null;
            var names = await accounts.OfAsync(run.Payouts.Select(p => p.Cooperative), cancellationToken);
            var held = run.Payouts.Any(p => p.Transfer == TransferState.Waiting) ? await holdings.OfAsync(Currency.VND, cancellationToken) : Money.Dong(0);
            var cooperatives = run.Kept.Select(p => p.Cooperative).ToList();
            IReadOnlyList<Payout> unfit = run.IsDraft ? run.Unfit(await dues.OfAsync(cooperatives, cancellationToken), time.Now()) : [];
            Dictionary<PersonId, string> admins = [];
            foreach (var person in run.Payouts.Select(p => p.EndedBy).Append(run.DraftedBy).Append(run.ApprovedBy).OfType<PersonId>().Distinct())
                admins[person] = (await people.ReachAsync(person, cancellationToken))?.Name ?? "";
            return new(
                run.Code, run.DraftedAt, admins[run.DraftedBy], run.ApprovedAt, NameOf(run.ApprovedBy), run.IsDraft, run.DraftedBy == query.Actor.Person, run.Seal(),
                Money.Sum(run.Kept.Select(p => p.Amount)),
                [.. run.Payouts.OrderBy(p => p.Position).Select(p => new Row(
                    p.Position, names.GetValueOrDefault(p.Cooperative)?.Name ?? LocalizedText.Empty, p.Amount, p.Fees, p.Bin, Banks.Find(p.Bin)?.ShortName ?? p.Bin, p.AccountNumber,
                    p.AccountHolder, p.Text, p.State, p.Reference, p.Reason, p.EndedAt, NameOf(p.EndedBy), p.ReturnedAt)
                {
                    IsUnfit = unfit.Contains(p),
                    Connected = p.Connected,
                    Transfer = p.Transfer,
                    TakenBack = p.TakenBack,
                    Held = p.Transfer == TransferState.Waiting && held < p.Amount ? held : null,
                })])
            {
                Bar = !run.IsDraft ? null : run.DraftedBy == query.Actor.Person ? new NeedsSecondAdmin()
                    : await own.RefuseAsync(query.Actor, cooperatives, cancellationToken) ?? (unfit is [var first, ..] ? new PayoutNoLongerFits(first.Position) : null),
            };

            string NameOf(PersonId? person) => person is { } known ? admins[known] : "";
        }
    }
}
