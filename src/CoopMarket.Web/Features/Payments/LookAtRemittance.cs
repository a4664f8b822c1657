using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What a carrier's list would do, before anything is written.</summary>
internal static class LookAtRemittance
{
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
            => RemittanceFile.Read(query.Content, out var flaw) is { } list
                ? new(null, await remittances.TakeAsync(query.Cooperative, list, keep: false, cancellationToken), list.Text())
                : new(flaw, [], "");
    }
}
