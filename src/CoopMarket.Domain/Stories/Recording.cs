using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>A voice of a story. Readers hear it while the story is live, what is said is written down and she whose voice it is agrees.</summary>
public sealed class Recording : Entity
{
    /// <summary>How many voices a story may have.</summary>
    public const int MostOfStory = 3;

    /// <summary>Characters of whose voice it is.</summary>
    public const int WhoLength = 80;

    /// <summary>Characters of what is said, in one language.</summary>
    public const int TranscriptLength = 12_000;

    private Recording()
    {
    }

    public RecordingId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public StoryId Story { get; private init; }

    /// <summary>See <see cref="Sound.Hash"/>.</summary>
    public string Hash { get; private init; } = "";

    public SoundKind Kind { get; private init; }

    /// <summary>Length of the file.</summary>
    public int Bytes { get; private init; }

    /// <summary>How long it is heard.</summary>
    public int Milliseconds { get; private init; }

    /// <summary>Whose voice it is, as readers see it; empty until somebody says so.</summary>
    public string Who { get; private set; } = "";

    /// <summary>One of <see cref="SpokenLanguages"/>.</summary>
    public string Language { get; private set; } = SpokenLanguages.All[0];

    /// <summary>What is said, in its own language; empty until it is written down.</summary>
    public string Transcript { get; private set; } = "";

    /// <summary>The same told in the languages of readers.</summary>
    public LocalizedText Translations { get; private set; } = LocalizedText.Empty;

    /// <summary>When which line is said, as <see cref="TimedLines.Written"/> gives it; empty where nobody wrote it.</summary>
    public string Lines { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Whether what readers need beside it is there: whose voice it is and what is said.</summary>
    public bool IsTold => Who.Length > 0 && Transcript.Length > 0;

    /// <summary>A voice that nobody hears yet.</summary>
    /// <param name="now">UTC.</param>
    public static Recording Add(RecordingId id, CooperativeId cooperative, StoryId story, Sound sound, DateTimeOffset now) => new()
    {
        Id = id,
        Cooperative = cooperative,
        Story = story,
        Hash = sound.Hash,
        Kind = sound.Kind,
        Bytes = sound.Bytes,
        Milliseconds = sound.Milliseconds,
        AddedAt = now,
    };

    /// <summary>Says whose voice it is and what it says; what is heard changes at once.</summary>
    /// <param name="lines">See <see cref="Lines"/>.</param>
    public void Tell(string who, string language, string transcript, LocalizedText translations, string lines)
    {
        (Who, Language, Transcript, Translations, Lines) = (who, language, transcript, translations, lines);
        Raise(new StoryChanged(Story));
    }

    /// <summary>Forgets whose voice it is.</summary>
    public void ForgetWho()
    {
        Who = "";
        Raise(new StoryChanged(Story));
    }

    /// <summary>Says that it is about to be taken away for good.</summary>
    public void Remove() => Raise(new StoryChanged(Story));
}
