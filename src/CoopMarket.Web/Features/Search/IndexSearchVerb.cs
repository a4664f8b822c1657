using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Search;

/// <summary><c>index-search</c>: writes all words anew, after an update that reads or weighs them otherwise.</summary>
internal sealed class IndexSearchVerb(IMediator mediator) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new RebuildSearch.Command(Actor.Job("index-search")), cancellationToken);
        Console.WriteLine(outcome.IsDone ? "All words of the search are written anew." : "Nothing was written.");
        return outcome.IsDone ? 0 : 1;
    }
}
