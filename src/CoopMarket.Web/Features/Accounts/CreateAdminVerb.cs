using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary><c>create-admin --email E</c>, the password from standard input.</summary>
internal sealed class CreateAdminVerb(IMediator mediator, Words sentences) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var at = Array.IndexOf(words, "--email");
        var email = at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
        var password = await Console.In.ReadLineAsync(cancellationToken);
        Languages.Speak("en");
        var outcome = await mediator.Send(new CreateAdmin.Command(Actor.Job("create-admin"), email, password), cancellationToken);
        if (outcome.IsDone)
        {
            Console.Out.WriteLine(sentences.In("en", "accounts.create-admin.done", email!));
            return 0;
        }

        foreach (var flaw in outcome.Flaws)
            Console.Error.WriteLine(sentences.Of(flaw));
        if (outcome.Refusal is { } refusal)
            Console.Error.WriteLine(sentences.Of(refusal));
        return 1;
    }
}
