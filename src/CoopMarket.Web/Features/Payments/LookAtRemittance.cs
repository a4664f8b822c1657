using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Sheets;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What a carrier's list would do, before anything is written.</summary>
internal static class LookAtRemittance
{
    public const int MostBytes = 1024 * 1024;

    private const int MostSeen = 60;

    /// <param name="Content">The file; null where none was chosen.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, byte[]? Content) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Flaw">Why the file is not taken; null where it is good.</param>
    /// <param name="List">The lines as <see cref="TakeInRemittance"/> wants them; empty where there is a flaw.</param>
    internal sealed record View(Flaw? Flaw, IReadOnlyList<Remittances.Taken> Lines, string List);

    internal sealed class Handler(Remittances remittances) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            if (query.Content is not { Length: > 0 } content)
                return No("none");
            if (content.Length > MostBytes)
                return No("size");
            RemittanceFlaw? told = null;
            foreach (var rows in SheetFile.Read(content))
            {
                if (RemittanceList.Read(rows, out var flaw) is { } list)
                    return new(null, await remittances.TakeAsync(query.Cooperative, list, keep: false, cancellationToken), list.Text());

                // Read with the wrong separator it has no head: the other flaw tells more.
                if (told is null or { Fault: RemittanceFault.NoHead })
                    told = flaw;
            }

            return told is null ? No("kind") : No(told.Fault.ToString(), told.Row, CleanText.Cut(CleanText.OneLine(told.Seen), MostSeen));
        }

        private static View No(string fault, params object[] args) => new(new("Upload", "payments.remittance.flaw." + fault, args), [], "");
    }
}
