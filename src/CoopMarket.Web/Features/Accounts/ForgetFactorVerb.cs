using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary><c>forget-factor --who W</c>, a phone or an e-mail.</summary>
internal sealed class ForgetFactorVerb(IMediator mediator, Words sentences) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var at = Array.IndexOf(words, "--who");
        var who = at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
        Languages.Speak("en");
        var outcome = await mediator.Send(new ForgetFactor.Command(Actor.Job("forget-factor"), who), cancellationToken);
        if (outcome.IsDone)
        {
            Console.Out.WriteLine(sentences.In("en", "accounts.forget-factor.done", who!));
            return 0;
        }

        foreach (var flaw in outcome.Flaws)
            Console.Error.WriteLine(sentences.Of(flaw));
        if (outcome.Refusal is { } refusal)
            Console.Error.WriteLine(sentences.Of(refusal));
        return 1;
    }
}
